//! The transformer itself, run by `rten`: rows of the embedding table in, logits out.

use super::Sense;
use rten::{
    Model, ModelOptions, NodeId, OpRegistry, RegisterOp, RunOptions, ThreadPool, Value, op_types,
};
use rten_tensor::NdTensor;
use std::sync::Arc;

/// The file's name.
pub(super) const FILE: &str = "layers.onnx";

/// What goes in.
const ROWS: &str = "rows";

/// What comes out, in the order of [`Sense`].
const ANSWERS: [&str; 5] = ["need", "route", "whose", "section", "sense"];

/// What the graph is made of, as `tests/encoder/export.py` writes it. What it never asks for is not part of the program:
/// all that the library has would take two megabytes.
const OPERATORS: [&dyn RegisterOp; 21] = [
    &op_types::Add,
    &op_types::Cast,
    &op_types::Concat,
    &op_types::DynamicQuantizeLinear,
    &op_types::Gather,
    &op_types::Gelu,
    &op_types::LayerNormalization,
    &op_types::Log,
    &op_types::MatMul,
    &op_types::MatMulInteger,
    &op_types::Max,
    &op_types::Mul,
    &op_types::ReduceMean,
    &op_types::Reshape,
    &op_types::Shape,
    &op_types::Sigmoid,
    &op_types::Slice,
    &op_types::Softmax,
    &op_types::Split,
    &op_types::Sub,
    &op_types::Transpose,
];

/// The layers, with their weights laid out for quick use.
pub(super) struct Layers {
    model: Model,
    rows: NodeId,
    answers: [NodeId; ANSWERS.len()],
    /// One thread: a message is short, and others wait beside it.
    pool: Arc<ThreadPool>,
}

impl Layers {
    /// Loads the content of the file. Laying out the weights anew costs 22 MB and makes a short message five
    /// times as quick.
    pub(super) fn load(file: Vec<u8>) -> Result<Layers, String> {
        let model = ModelOptions::with_ops(OpRegistry::with_ops(&OPERATORS))
            .prepack_weights(true)
            .load(file)
            .map_err(|error| error.to_string())?;
        let node = |name| model.node_id(name).map_err(|error| error.to_string());
        let [need, route, whose, section, sense] = ANSWERS.map(node);
        Ok(Layers {
            rows: node(ROWS)?,
            answers: [need?, route?, whose?, section?, sense?],
            pool: Arc::new(ThreadPool::with_num_threads(1)),
            model,
        })
    }

    /// What the layers make of `rows`, of which there is at least one.
    pub(super) fn sense(&self, rows: NdTensor<f32, 2>) -> Sense {
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.pool)));
        let answers = self
            .model
            .run_n(vec![(self.rows, rows.into())], self.answers, Some(options))
            .expect("a graph that its checksum says is ours");
        let [need, routes, whose, sections, vector] = answers.map(logits);
        Sense {
            need: need[0],
            routes,
            whose,
            sections,
            vector,
        }
    }
}

fn logits(answer: Value) -> Vec<f32> {
    let logits: NdTensor<f32, 2> = answer.try_into().expect("one row of numbers");
    logits.into_data()
}
