//! What kind of clip a file is, by its first bytes.

/// The header of a clip for the web is no longer than this, and says so.
const WEBM_HEADER_BYTES: usize = 64;
/// Brands of MP4 that browsers record sound in.
const MP4_BRANDS: [&[u8]; 6] = [b"M4A ", b"isom", b"iso5", b"iso6", b"mp41", b"mp42"];

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
}
