//! Settings of messenger-api. Every one is a flag and an environment variable; defaults are the protocol's.

use clap::Args;

use crate::bus::NatsSettings;

/// Settings of messenger-api.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// Address of the database `messages`.
    #[arg(long = "messenger-database", env = "MESSENGER_DATABASE_URL", hide_env_values = true)]
    pub database: String,
    /// Most connections to the database, besides one for each writer.
    #[arg(
        long = "messenger-database-connections",
        env = "MESSENGER_DATABASE_CONNECTIONS",
        default_value_t = 16
    )]
    pub database_connections: u32,
    /// Where auth-api's internal listener is.
    #[arg(long, env = "AUTH_INTERNAL_URL")]
    pub auth_internal_url: String,
    /// Where core-api's internal listener is.
    #[arg(long, env = "CORE_INTERNAL_URL")]
    pub core_internal_url: String,
    /// The secret that services show each other.
    #[arg(long, env = "STEWARD_SERVICE_TOKEN", hide_env_values = true)]
    pub service_token: String,
    /// Where browsers reach Steward; sockets from pages of other origins are refused.
    #[arg(long, env = "STEWARD_PUBLIC_URL", default_value = "http://127.0.0.1:8080")]
    pub public_url: String,
    /// Seconds over which a leaving node sends its sockets elsewhere, each at a moment of its own; they are served until
    /// then. 0 closes all at once.
    #[arg(long, env = "MESSENGER_BYE_SECONDS", default_value_t = 30)]
    pub bye_seconds: u64,
    /// The bus between nodes.
    #[command(flatten)]
    pub nats: NatsSettings,
    /// Photos and voice clips.
    #[command(flatten)]
    pub attachments: AttachmentSettings,
    /// Limits of the live protocol.
    #[command(flatten)]
    pub limits: Limits,
}

/// Photos and voice clips: where they are kept, and their limits.
#[derive(Debug, Clone, Args)]
pub struct AttachmentSettings {
    /// Where photos and voice clips are kept: a folder, or `s3://bucket/prefix` of an S3-compatible store, whose
    /// address and keys are in `AWS_ENDPOINT`, `AWS_REGION`, `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`. Several
    /// nodes need one place that all of them reach. The folder `files` in the data folder when not given.
    #[arg(long, env = "MESSENGER_FILES")]
    pub files: Option<String>,
    /// Most bytes of a photo as it comes: more than a phone's camera makes. The apps shrink it before.
    #[arg(long, env = "MESSENGER_PHOTO_BYTES", default_value_t = 20_000_000)]
    pub photo_bytes: i64,
    /// Most millions of pixels of a photo: what phones' cameras make. Each may take 8 bytes of memory while a photo is
    /// made ready.
    #[arg(long, env = "MESSENGER_PHOTO_MEGAPIXELS", default_value_t = 50)]
    pub photo_megapixels: u64,
    /// Photos that are made ready at once on a node: each takes a core and its memory.
    #[arg(long, env = "MESSENGER_PHOTOS_AT_ONCE", default_value_t = 2)]
    pub photos_at_once: usize,
    /// Most bytes of a voice clip: three minutes of what browsers record take about 1 MB.
    #[arg(long, env = "MESSENGER_VOICE_BYTES", default_value_t = 5_000_000)]
    pub voice_bytes: i64,
    /// Photos and voice clips that a person may begin in a minute.
    #[arg(long, env = "MESSENGER_ATTACHMENTS_PER_MINUTE", default_value_t = 30)]
    pub attachments_per_minute: u32,
    /// Bytes of them that a person may upload within a day: some hundred photos as the apps send them.
    #[arg(long, env = "MESSENGER_ATTACHMENT_BYTES_PER_DAY", default_value_t = 200_000_000)]
    pub attachment_bytes_per_day: i64,
}

impl Default for AttachmentSettings {
    fn default() -> Self {
        #[derive(clap::Parser)]
        struct Defaults {
            #[command(flatten)]
            attachments: AttachmentSettings,
        }
        <Defaults as clap::Parser>::parse_from(["messenger-api"]).attachments
    }
}

/// Limits of the live protocol. `docs/protocol.md` explains each.
#[derive(Debug, Clone, Args)]
pub struct Limits {
    /// Writers, each with a database connection of its own; conversations are spread over them.
    #[arg(long, env = "MESSENGER_WRITERS", default_value_t = 2)]
    pub writers: usize,
    /// Messages that may wait for a writer; past it sends are refused as overloaded.
    #[arg(long, env = "MESSENGER_WRITER_QUEUE", default_value_t = 4096)]
    pub writer_queue: usize,
    /// Sockets this node holds; past it new ones get 503.
    #[arg(long, env = "MESSENGER_SOCKETS", default_value_t = 19_000)]
    pub sockets: usize,
    /// New sockets a second; more wait for their turn, and whoever would wait for more than 4 s gets 503.
    #[arg(long, env = "MESSENGER_SOCKETS_PER_SECOND", default_value_t = 2_000)]
    pub sockets_per_second: u32,
    /// Sockets a person may have; the oldest is replaced.
    #[arg(long, env = "MESSENGER_SOCKETS_PER_PERSON", default_value_t = 5)]
    pub sockets_per_person: usize,
    /// Largest frame in bytes.
    #[arg(long, env = "MESSENGER_FRAME_BYTES", default_value_t = 32 * 1024)]
    pub frame_bytes: usize,
    /// Sends of one socket that may be unacknowledged.
    #[arg(long, env = "MESSENGER_UNACKNOWLEDGED", default_value_t = 16)]
    pub unacknowledged: usize,
    /// Sends a second of a participant's device.
    #[arg(long, env = "MESSENGER_PARTICIPANT_SENDS", default_value_t = 5)]
    pub participant_sends: u32,
    /// Sends of a participant's device that may come at once.
    #[arg(long, env = "MESSENGER_PARTICIPANT_BURST", default_value_t = 10)]
    pub participant_burst: u32,
    /// Sends a second of a member's device; twice as many may come at once.
    #[arg(long, env = "MESSENGER_MEMBER_SENDS", default_value_t = 20)]
    pub member_sends: u32,
    /// Frames a second of one socket; past three times as many it is closed.
    #[arg(long, env = "MESSENGER_FRAMES", default_value_t = 50)]
    pub frames: u32,
    /// Frames that may wait for one socket.
    #[arg(long, env = "MESSENGER_OUTBOX_FRAMES", default_value_t = 256)]
    pub outbox_frames: usize,
    /// Bytes that may wait for one socket.
    #[arg(long, env = "MESSENGER_OUTBOX_BYTES", default_value_t = 512 * 1024)]
    pub outbox_bytes: usize,
    /// Seconds without progress after which a slow reader is closed.
    #[arg(long, env = "MESSENGER_SLOW_SECONDS", default_value_t = 15)]
    pub slow_seconds: u64,
    /// Seconds between pings to members and to phones with an open request.
    #[arg(long, env = "MESSENGER_HEARTBEAT_SECONDS", default_value_t = 20)]
    pub heartbeat_seconds: u64,
    /// Seconds between pings to all other phones.
    #[arg(long, env = "MESSENGER_IDLE_HEARTBEAT_SECONDS", default_value_t = 50)]
    pub idle_heartbeat_seconds: u64,
    /// Help requests in ten seconds at one event of guests whom nobody has helped before; past it they queue as
    /// unverified.
    #[arg(long, env = "MESSENGER_GUEST_REQUESTS", default_value_t = 200)]
    pub guest_requests: u32,
    /// Seconds without a sign of a member after which nothing is assigned to them and their conversations go back
    /// to the queue.
    #[arg(long, env = "MESSENGER_MEMBER_GONE_SECONDS", default_value_t = 45)]
    pub member_gone_seconds: u32,
    /// Seconds after a start or an outage in which no conversation goes back to the queue: members could give no
    /// sign.
    #[arg(long, env = "MESSENGER_SETTLE_SECONDS", default_value_t = 60)]
    pub settle_seconds: u64,
    /// Seconds after which a request goes on to the next member, when the one it was given to neither looks at it nor
    /// writes.
    #[arg(long, env = "MESSENGER_PASS_ON_SECONDS", default_value_t = 60)]
    pub pass_on_seconds: u32,
    /// Seconds in which a request is not pushed again to a member who let it go on.
    #[arg(long, env = "MESSENGER_PASS_PAUSE_SECONDS", default_value_t = 120)]
    pub pass_pause_seconds: u32,
    /// Seconds without an answer after which managers are alarmed.
    #[arg(long, env = "MESSENGER_UNANSWERED_SECONDS", default_value_t = 120)]
    pub unanswered_seconds: u32,
    /// The same for critical requests.
    #[arg(long, env = "MESSENGER_UNANSWERED_CRITICAL_SECONDS", default_value_t = 30)]
    pub unanswered_critical_seconds: u32,
    /// Hours in which an ended conversation can be opened again.
    #[arg(long, env = "MESSENGER_REOPEN_HOURS", default_value_t = 12)]
    pub reopen_hours: u32,
    /// Hours after which a request that nobody took expires.
    #[arg(long, env = "MESSENGER_REQUEST_HOURS", default_value_t = 24)]
    pub request_hours: u32,
}

impl Default for Limits {
    fn default() -> Self {
        #[derive(clap::Parser)]
        struct Defaults {
            #[command(flatten)]
            limits: Limits,
        }
        <Defaults as clap::Parser>::parse_from(["messenger-api"]).limits
    }
}

/// Most characters of a text message.
pub const TEXT_CHARACTERS: usize = 4_000;
/// Most photos of a message.
pub const PHOTOS: usize = 5;
/// Longest voice clip in seconds.
pub const VOICE_SECONDS: u32 = 180;
/// Most positions in a `hello`.
pub const POSITIONS: usize = 500;
/// Most messages that a replay brings; the rest is named as `behind`.
pub const REPLAY_MESSAGES: usize = 500;
/// Most bytes that a replay brings; the rest is named as `behind`.
pub const REPLAY_BYTES: usize = 256 * 1024;
