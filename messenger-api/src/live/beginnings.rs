//! What sockets begin with is read for many of them at once. After a node died, thousands of phones come within
//! seconds: each by itself would ask the store seven times, and whoever is connected already would wait behind them.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use service_kit::identity::Subject;
use service_kit::{Problem, database};
use sqlx::PgPool;
use sqlx::postgres::PgConnectOptions;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit, mpsc, oneshot};
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use super::socket::Socket;
use crate::announcements::model::Heard;
use crate::announcements::store as announcements;
use crate::conversations::model::{Conversation, ConversationStatus};
use crate::conversations::store as conversations;
use crate::state::App;

/// Most open conversations whose states come at the start: as many as a member may have.
pub const OPEN_CONVERSATIONS: i64 = 20_000;
/// Sockets that are read for together; a few milliseconds of the store's time.
const TOGETHER: usize = 128;
/// Groups that are read for at the same time: a member with thousands of conversations holds up one of them.
const READERS: u32 = 2;
/// From the beginning of a group of several to that of the reader's next: while many come, fewer and larger groups leave
/// the machine to those who are there.
const PACE: Duration = Duration::from_millis(20);
/// So many sockets are several: one that comes alone waits for nothing.
const SEVERAL: usize = 3;
/// Sockets that may wait; who comes then waits for room.
const WAITING: usize = 1_024;
/// Starts that may ask the store for something of their own at once: missed messages, places, queues.
const ALONE: usize = 4;

/// Why a socket could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Something of its own could not be read.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
    /// What was to be read for many could not be read, or this node stops.
    #[error("what sockets begin with cannot be read now")]
    NotRead,
}

impl From<StartError> for Problem {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Store(error) => error.into(),
            StartError::NotRead => Self::unavailable(),
        }
    }
}

/// What a socket begins with. What is open of it is followed already.
#[derive(Debug, Default)]
pub struct Beginning {
    /// The person's open conversations, the named ones, and the announcements that are heard.
    pub states: Vec<Conversation>,
    /// Named ones that are unknown or not theirs.
    pub refused: Vec<Uuid>,
    /// Whether the person takes part in a conversation that is open.
    pub is_busy: bool,
}

/// A socket that is about to start.
#[derive(Debug)]
struct Start {
    socket: Arc<Socket>,
    named: Vec<Uuid>,
    answer: oneshot::Sender<Beginning>,
}

/// Sockets that wait for what they begin with.
#[derive(Debug)]
pub struct Waiting(mpsc::Receiver<Start>);

/// Where sockets ask for it.
#[derive(Debug)]
pub struct Beginnings {
    waiting: mpsc::Sender<Start>,
    alone: Semaphore,
    pool: PgPool,
}

impl Beginnings {
    /// Nobody waits yet; what waits is read by [`run`], over connections of its own: their statements are planned once.
    /// Planning them for each group took longer than they did.
    pub async fn connect(options: &PgConnectOptions) -> Result<(Self, Waiting), sqlx::Error> {
        let options = options.clone().options([
            ("plan_cache_mode", "force_generic_plan"),
            // A plan may stem from when the tables were small; what is read is always found by an index.
            ("enable_seqscan", "off"),
        ]);
        let pool = database::connect(options, READERS).await?;
        let (waiting, starts) = mpsc::channel(WAITING);
        Ok((Self { waiting, alone: Semaphore::new(ALONE), pool }, Waiting(starts)))
    }

    /// What a registered socket begins with, given the conversations that its client named.
    pub async fn read(&self, socket: &Arc<Socket>, named: Vec<Uuid>) -> Result<Beginning, StartError> {
        let (answer, answered) = oneshot::channel();
        let start = Start { socket: Arc::clone(socket), named, answer };
        self.waiting.send(start).await.map_err(|_| StartError::NotRead)?;
        answered.await.map_err(|_| StartError::NotRead)
    }

    /// Waits for a turn to ask the store for something that only one socket needs.
    pub async fn alone(&self) -> Result<SemaphorePermit<'_>, StartError> {
        self.alone.acquire().await.map_err(|_| StartError::NotRead)
    }
}

/// Reads for whoever waits, all of them together, as soon as the last group was read.
pub async fn run(app: App, waiting: Waiting) {
    let starts = Mutex::new(waiting.0);
    join_all((0..READERS).map(|_| async {
        let mut group = Vec::new();
        while starts.lock().await.recv_many(&mut group, TOGETHER).await > 0 {
            let (began, are_several) = (Instant::now(), group.len() >= SEVERAL);
            group.retain(|start| !start.answer.is_closed());
            match read(&app, &group).await {
                Ok(beginnings) => answer(&mut group, beginnings),
                Err(error) => {
                    tracing::warn!(%error, sockets = group.len(), "sockets could not be started");
                    group.clear();
                }
            }
            if are_several {
                sleep_until(began + PACE).await;
            }
        }
    }))
    .await;
}

fn answer(group: &mut Vec<Start>, beginnings: Vec<Beginning>) {
    for (start, beginning) in group.drain(..).zip(beginnings) {
        // Whoever asked may be gone.
        drop(start.answer.send(beginning));
    }
}

/// Ids by person.
type ByPerson = HashMap<Uuid, Vec<Uuid>>;

fn by_person(pairs: Vec<(Uuid, Uuid)>) -> ByPerson {
    let mut all = ByPerson::new();
    pairs.into_iter().for_each(|(person, id)| all.entry(person).or_default().push(id));
    all
}

fn of(all: &ByPerson, person: Uuid) -> &[Uuid] {
    all.get(&person).map_or(&[], Vec::as_slice)
}

/// Sockets follow a conversation before its state is read, so that nothing falls between the two.
async fn read(app: &App, group: &[Start]) -> Result<Vec<Beginning>, sqlx::Error> {
    let open = follow_open(app, group).await?;
    let heard = follow_heard(app, group).await?;
    let named = read_named(app, group, &open, &heard).await?;
    let mut ids: Vec<Uuid> = open.values().chain(named.values()).flatten().copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let states = conversations::states(&app.beginnings.pool, &ids).await?;
    let mut states: HashMap<Uuid, Conversation> = states.into_iter().map(|state| (state.id, state)).collect();
    follow_named(app, group, &named, &mut states).await?;
    let beginning = |start: &Start| {
        let open = of(&open, start.socket.person);
        let named = of(&named, start.socket.person).iter().filter(|id| start.named.contains(id));
        let ids: BTreeSet<Uuid> = open.iter().chain(named).copied().collect();
        let mine = ids.iter().filter_map(|id| states.get(id));
        let mine: Vec<Conversation> = mine.chain(heard_by(&heard, start)).cloned().collect();
        let found: HashSet<Uuid> = mine.iter().map(|state| state.id).collect();
        let refused = start.named.iter().filter(|id| !found.contains(id)).copied().collect();
        Beginning { states: mine, refused, is_busy: !open.is_empty() }
    };
    Ok(group.iter().map(beginning).collect())
}

/// The open conversations of each person.
async fn follow_open(app: &App, group: &[Start]) -> Result<ByPerson, sqlx::Error> {
    let mut people: Vec<Uuid> = group.iter().map(|start| start.socket.person).collect();
    people.sort_unstable();
    people.dedup();
    let open = conversations::open_of_people(&app.beginnings.pool, &people, OPEN_CONVERSATIONS).await?;
    let open = by_person(open);
    for Start { socket, .. } in group {
        of(&open, socket.person).iter().for_each(|id| app.hub.subscribe(*id, socket, 0));
    }
    Ok(open)
}

/// A named conversation is open although it was not found so: it was opened again a moment ago, or the person has more
/// of them than come at a start. It is followed, too, and read once more.
async fn follow_named(
    app: &App,
    group: &[Start],
    named: &ByPerson,
    states: &mut HashMap<Uuid, Conversation>,
) -> Result<(), sqlx::Error> {
    let mut again = Vec::new();
    for start in group {
        let is_open =
            |id: &Uuid| states.get(id).is_some_and(|state| state.status == ConversationStatus::Open);
        let mine = of(named, start.socket.person).iter().copied();
        for id in mine.filter(|id| start.named.contains(id) && is_open(id)) {
            app.hub.subscribe(id, &start.socket, 0);
            again.push(id);
        }
    }
    if !again.is_empty() {
        states.extend(
            conversations::states(&app.beginnings.pool, &again)
                .await?
                .into_iter()
                .map(|state| (state.id, state)),
        );
    }
    Ok(())
}

/// What participants hear of the events they are at.
async fn follow_heard(app: &App, group: &[Start]) -> Result<HeardBy, sqlx::Error> {
    let participants =
        || group.iter().filter(|start| matches!(start.socket.subject, Subject::Participant { .. }));
    let mut people: Vec<Uuid> = participants().map(|start| start.socket.person).collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Ok(HeardBy::new());
    }
    let named: Vec<Uuid> = participants().flat_map(|start| start.named.iter().copied()).collect();
    let mut heard = HeardBy::new();
    for each in announcements::heard(&app.beginnings.pool, &people, &named).await? {
        heard.entry(each.person).or_default().push(each);
    }
    for start in participants() {
        heard_by(&heard, start).for_each(|state| app.hub.subscribe(state.id, &start.socket, state.last_seq));
    }
    Ok(heard)
}

/// What is heard, by person.
type HeardBy = HashMap<Uuid, Vec<Heard>>;

/// Of events that are over a client hears what it names.
fn heard_by<'a>(heard: &'a HeardBy, start: &'a Start) -> impl Iterator<Item = &'a Conversation> {
    let all = heard.get(&start.socket.person).into_iter().flatten();
    all.filter(|heard| heard.goes_on || start.named.contains(&heard.state.id)).map(|heard| &heard.state)
}

/// Which of the named conversations that are neither open nor heard are the person's.
async fn read_named(
    app: &App,
    group: &[Start],
    open: &ByPerson,
    heard: &HeardBy,
) -> Result<ByPerson, sqlx::Error> {
    let is_heard = |start: &Start, id: Uuid| heard_by(heard, start).any(|state| state.id == id);
    let others = group.iter().flat_map(|start| {
        let person = start.socket.person;
        let open = of(open, person);
        let named = start.named.iter().filter(|id| !open.contains(id) && !is_heard(start, **id));
        named.map(move |id| (person, *id))
    });
    let (people, ids): (Vec<Uuid>, Vec<Uuid>) = others.unzip();
    if ids.is_empty() {
        return Ok(ByPerson::new());
    }
    Ok(by_person(conversations::of_people(&app.beginnings.pool, &people, &ids).await?))
}
