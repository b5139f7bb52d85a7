//! Who gives way to what is measured. Phones, and nodes that die, would be other machines with processors of their own;
//! here they share two with the node that is looked at. They run while nobody else wants to (`SCHED_IDLE`): with a low
//! priority alone they keep a processor for milliseconds after somebody else has woken, at each step of a message.
//! Where giving way is not possible, figures are worse than they should be, and nothing else.

use tokio::process::Command;

/// Lets the thread that calls this give way: it is a crowd's.
pub async fn give_way() {
    let thread = nix::unistd::gettid().to_string();
    run_when_idle(&["--pid", "0", &thread]).await;
}

/// Lets all threads of a process give way.
pub async fn put_last(process: u32) {
    run_when_idle(&["--all-tasks", "--pid", "0", &process.to_string()]).await;
}

async fn run_when_idle(whom: &[&str]) {
    let _ = Command::new("chrt").arg("--idle").args(whom).output().await;
}
