//! Several processes on one PostgreSQL share out the shards of one Discord.

#[path = "shards/alone.rs"]
mod alone;
#[path = "shards/claims.rs"]
mod claims;
#[path = "shards/current.rs"]
mod current;
#[path = "fake/mod.rs"]
mod fake;
#[path = "shards/rolling.rs"]
mod rolling;
#[path = "shards/told.rs"]
mod told;

use sqlx::{AssertSqlSafe, PgPool};

/// The address of a database that nobody used yet, if there is a PostgreSQL to make it in.
async fn database(name: &str) -> Option<String> {
    let Ok(url) = std::env::var("VERBATIM_TEST_POSTGRES") else {
        println!("not run: VERBATIM_TEST_POSTGRES names no PostgreSQL; .ci/postgres starts one");
        return None;
    };
    let name = format!("shards_{name}_{}", std::process::id());
    let admin = PgPool::connect(&url).await.expect("the PostgreSQL named");
    for order in [
        format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        format!("CREATE DATABASE {name}"),
    ] {
        let order = sqlx::raw_sql(AssertSqlSafe(order));
        order.execute(&admin).await.expect("a database of our own");
    }
    admin.close().await;
    let (address, _) = url.rsplit_once('/').expect("an address");
    Some(format!("{address}/{name}"))
}
