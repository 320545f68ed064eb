//! How an answer is judged against what people expected.
