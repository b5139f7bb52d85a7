//! What kind of clip a file is, by its first bytes, and how long it is, by its packets: what its header says of that, or
//! its sender, is not asked.

use std::io::Cursor;
use std::time::Duration;

use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;

use super::model::Unfit;
use crate::config::VOICE_SECONDS;

/// The header of a clip for the web is no longer than this, and says so.
const WEBM_HEADER_BYTES: usize = 64;
/// Brands of MP4 that browsers record sound in.
const MP4_BRANDS: [&[u8]; 6] = [b"M4A ", b"isom", b"iso5", b"iso6", b"mp41", b"mp42"];
/// How far a recorder may be past the longest clip when it stops: it looks at its clock a few times a second.
const SLACK: Duration = Duration::from_secs(3);

/// The type that a clip is served with; none for what is no clip.
pub fn media_type(data: &[u8]) -> Option<&'static str> {
    let head = data.get(..WEBM_HEADER_BYTES.min(data.len()))?;
    let is_webm = head.starts_with(&[0x1a, 0x45, 0xdf, 0xa3]) && head.windows(4).any(|word| word == b"webm");
    let is_mp4 =
        data.get(4..8) == Some(b"ftyp") && data.get(8..12).is_some_and(|brand| MP4_BRANDS.contains(&brand));
    if is_webm {
        Some("audio/webm")
    } else if data.starts_with(b"OggS") {
        Some("audio/ogg")
    } else {
        is_mp4.then_some("audio/mp4")
    }
}

/// How long a clip is, in whole seconds: 1 at least. What breaks off is as long as what can be heard of it.
pub fn seconds(data: &[u8]) -> Result<i32, Unfit> {
    let length = length(data).ok_or(Unfit::DamagedClip)?;
    let most = Duration::from_secs(VOICE_SECONDS.into());
    if length > most + SLACK {
        return Err(Unfit::TooLong(rounded(length)));
    }
    Ok(rounded(length.clamp(Duration::from_secs(1), most)))
}

/// From the first packet of sound to the end of the last.
fn length(data: &[u8]) -> Option<Duration> {
    let source = MediaSourceStream::new(Box::new(Cursor::new(data)), MediaSourceStreamOptions::default());
    let (options, about) = (FormatOptions::default(), MetadataOptions::default());
    let mut reader = symphonia::default::get_probe().probe(&Hint::new(), source, options, about).ok()?;
    let track = reader.default_track(TrackType::Audio)?;
    let (id, clock) = (track.id, track.time_base?);
    let (mut first, mut last) = (None, None);
    while let Ok(Some(packet)) = reader.next_packet() {
        if packet.track_id == id {
            first.get_or_insert(packet.pts);
            last = last.max(packet.pts.checked_add(packet.dur));
        }
    }
    let length = clock.calc_time(last?)?.as_nanos() - clock.calc_time(first?)?.as_nanos();
    u64::try_from(length).ok().map(Duration::from_nanos)
}

fn rounded(length: Duration) -> i32 {
    i32::try_from((length + Duration::from_millis(500)).as_secs()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clips_are_known_by_what_they_are() {
        let webm = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87";
        assert_eq!(media_type(webm), Some("audio/webm"));
        assert_eq!(media_type(b"OggS\x00\x02"), Some("audio/ogg"));
        assert_eq!(media_type(b"\x00\x00\x00\x20ftypiso5\x00\x00"), Some("audio/mp4"));
        assert_eq!(media_type(b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska"), None);
        assert_eq!(media_type(b"\x00\x00\x00\x20ftypheic"), None);
        assert_eq!(media_type(b"<html><script>"), None);
        assert_eq!(media_type(b""), None);
    }

    /// Clips of 3.4 seconds.
    const CLIPS: [(&str, &[u8]); 4] = [
        (
            "WebM with Opus, as browsers record: without a length",
            include_bytes!("../../tests/clips/live.webm"),
        ),
        ("Ogg with Opus", include_bytes!("../../tests/clips/clip.ogg")),
        ("MP4 with AAC", include_bytes!("../../tests/clips/clip.mp4")),
        ("MP4 with AAC in fragments, as browsers record", include_bytes!("../../tests/clips/pieces.mp4")),
    ];

    #[test]
    fn a_clip_is_as_long_as_its_packets() {
        for (name, clip) in CLIPS {
            let length = length(clip).expect(name);
            assert!((3_300..3_500).contains(&length.as_millis()), "{name}: {length:?}");
            assert_eq!(seconds(clip), Ok(3), "{name}");
        }
    }

    #[test]
    fn what_broke_off_is_as_long_as_what_is_left_and_what_holds_no_sound_is_refused() {
        for (name, clip) in CLIPS {
            let half = seconds(&clip[..clip.len() / 2]);
            assert!(matches!(half, Ok(1 | 2) | Err(Unfit::DamagedClip)), "{name}: {half:?}");
            assert_eq!(seconds(&clip[..40]), Err(Unfit::DamagedClip), "{name}");
        }
    }

    #[test]
    fn a_clip_that_is_too_long_says_so() {
        // The clock of this MP4 ticks a hundred times as slowly: 160 times a second.
        let mut slow = CLIPS[2].1.to_vec();
        let scale = slow.windows(4).position(|word| word == b"mdhd").unwrap() + 16;
        slow[scale..scale + 4].copy_from_slice(&160_u32.to_be_bytes());
        assert!(matches!(seconds(&slow), Err(Unfit::TooLong(181..))));
    }
}
