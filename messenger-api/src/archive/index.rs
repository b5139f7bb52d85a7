//! Fills the archive, on one node at a time. What changed is known from this service's own feed, from a stored cursor
//! on: so a restart forgets nothing, and an empty archive fills itself. What is said in open conversations changes no
//! state; they are looked at in turn ([`Circle`]), as long as few messages come in ([`Flow`]). While many messages wait
//! for the store, the archive waits, too.

use std::collections::{BTreeSet, HashMap};
use std::time::{Duration, Instant};

use service_kit::Tasks;
use service_kit::feed::{Figures, Turn};
use uuid::Uuid;

use super::open::{Circle, Flow};
use super::store::{self, Facts, Line, News};
use super::words::words_of;
use crate::conversations::store::FEED;
use crate::state::App;

/// Pause when nothing is new; shorter than the lease of the turn.
const EVERY: Duration = Duration::from_secs(1);
/// Messages of a conversation that are read at once.
const LINES: i64 = 500;
/// Conversations that are brought up to date at once.
const TOGETHER: usize = 50;
/// Longest pause after such a step: ten of them fit into the lease of the turn.
const LONGEST_PAUSE: Duration = Duration::from_millis(300);
/// Open conversations that are looked at in one round: with thousands, each comes later rather than all at once.
const OPEN_ROUND: usize = 200;
/// Messages that wait for the store, from which on the archive waits.
const BUSY: usize = 8;
/// Name of the cursor.
const NAME: &str = "archive";

/// Fills until shutdown.
pub async fn run(app: App, tasks: Tasks) {
    let turn = Turn::new(FEED, NAME, app.pool.clone());
    let figures = Figures::of(NAME);
    let mut circle = Circle::begin(Instant::now());
    let mut flow = Flow::since(app.sequencer.taken(), Instant::now());
    let mut more = false;
    while more || tasks.pause(EVERY).await {
        if tasks.is_stopping() {
            break;
        }
        let is_calm = flow.is_calm(app.sequencer.taken(), Instant::now());
        let open = is_calm.then_some(&mut circle);
        more = match round(&app, &turn, &figures, open).await {
            Ok(more) => more,
            Err(error) => {
                figures.failed();
                tracing::warn!(%error, "the archive could not be filled");
                false
            }
        };
    }
    if let Err(error) = turn.release().await {
        tracing::debug!(%error, "a turn runs out by itself");
    }
}

/// One round, through `open` conversations, too, when there is time for them; says whether more is known to follow at
/// once.
async fn round(
    app: &App,
    turn: &Turn,
    figures: &Figures,
    open: Option<&mut Circle>,
) -> Result<bool, sqlx::Error> {
    let Some(batch) = turn.next().await? else {
        figures.left_to_another();
        return Ok(false);
    };
    if app.sequencer.waiting() > BUSY {
        return Ok(false);
    }
    let is_conversation = |entry: &&service_kit::feed::Entry| entry.kind == "conversation";
    let changed: BTreeSet<Uuid> =
        batch.entries.iter().filter(is_conversation).map(|entry| entry.entity).collect();
    let changed: Vec<Uuid> = changed.into_iter().collect();
    for some in changed.chunks(TOGETHER) {
        bring_up_to_date(app, some).await?;
    }
    if !batch.entries.is_empty() {
        turn.advance(&batch.cursor).await?;
    }
    figures.followed(batch.entries.len(), batch.more);
    if let Some(circle) = open
        && !batch.more
    {
        look_at_open(app, circle).await?;
    }
    Ok(batch.more)
}

/// Takes what was said since in conversations that go on.
async fn look_at_open(app: &App, circle: &mut Circle) -> Result<(), sqlx::Error> {
    let Some(after) = circle.due(Instant::now()) else { return Ok(()) };
    let open = store::open_ones(&app.pool, after, OPEN_ROUND).await?;
    let news: Vec<Uuid> = open.iter().filter(|(_, news)| *news).map(|(id, _)| *id).collect();
    for some in news.chunks(TOGETHER) {
        bring_up_to_date(app, some).await?;
    }
    match open.last() {
        Some((last, _)) if open.len() == OPEN_ROUND => circle.go_on(*last),
        _ => *circle = circle.next(Instant::now()),
    }
    Ok(())
}

/// Brings the entries of these conversations up to date, however much was said; each step takes a bounded part of it.
async fn bring_up_to_date(app: &App, conversations: &[Uuid]) -> Result<(), sqlx::Error> {
    let mut rest = conversations.to_vec();
    while !rest.is_empty() {
        let began = Instant::now();
        let facts = store::facts(&app.pool, &rest).await?;
        let (ids, after): (Vec<Uuid>, Vec<i64>) = facts.iter().flat_map(places).unzip();
        let lines = store::lines(&app.pool, &ids, &after, LINES).await?;
        let mut by_place: HashMap<Uuid, Vec<Line>> = HashMap::new();
        for line in lines {
            by_place.entry(line.conversation).or_default().push(line);
        }
        store::put(&app.pool, &news(&facts, &by_place)).await?;
        let is_full =
            |id: &Uuid| by_place.get(id).is_some_and(|lines| i64::try_from(lines.len()) == Ok(LINES));
        rest = ids.into_iter().filter(is_full).collect();
        give_way(began).await;
    }
    Ok(())
}

/// Where something may have been said, and after which number.
fn places(facts: &Facts) -> impl Iterator<Item = (Uuid, i64)> {
    let notes = facts.notes.map(|notes| (notes, facts.notes_seq));
    std::iter::once((facts.conversation, facts.messages_seq)).chain(notes)
}

fn news(facts: &[Facts], lines: &HashMap<Uuid, Vec<Line>>) -> News {
    let of = |id: Option<Uuid>| id.and_then(|id| lines.get(&id)).map_or(&[][..], Vec::as_slice);
    let mut news = News::default();
    for facts in facts {
        let (messages, notes) = (of(Some(facts.conversation)), of(facts.notes));
        let texts = messages.iter().chain(notes).filter_map(|line| line.text.as_deref());
        let words: Vec<String> =
            words_of(facts.name.as_deref().into_iter().chain(texts)).into_iter().collect();
        news.conversations.push(facts.conversation);
        news.words.push(words.join(" "));
        news.messages.push(messages.last().map_or(facts.messages_seq, |line| line.seq));
        news.notes.push(notes.last().map_or(facts.notes_seq, |line| line.seq));
    }
    news
}

/// Pauses after a step for three times as long as it took: after a stampede the archive has thousands of conversations
/// to read, and whoever talks now comes first.
async fn give_way(began: Instant) {
    tokio::time::sleep((began.elapsed() * 3).min(LONGEST_PAUSE)).await;
}
