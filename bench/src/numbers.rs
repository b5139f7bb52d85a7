//! Numbers and moments that figures are made of.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

/// One clock for all processes of a measurement: the wall clock read once, and then a clock that never goes back.
static ORIGIN: LazyLock<(Instant, u64)> = LazyLock::new(|| {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    (Instant::now(), micros(since))
});

/// A moment in microseconds since 1970.
pub fn moment(instant: Instant) -> u64 {
    let (origin, began) = *ORIGIN;
    match instant.checked_duration_since(origin) {
        Some(later) => began + micros(later),
        None => began - micros(origin - instant),
    }
}

/// Now, in microseconds since 1970.
pub fn now() -> u64 {
    moment(Instant::now())
}

/// Whole microseconds of a duration.
pub fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// Microseconds as milliseconds.
pub fn milliseconds(microseconds: u64) -> f64 {
    float(microseconds) / 1_000.0
}

/// A count as a figure. Counts here stay far below 2^53, up to which this is exact.
#[allow(clippy::cast_precision_loss, reason = "exact below 2^53")]
pub fn float(count: u64) -> f64 {
    count as f64
}

/// A length as a figure.
pub fn size(length: usize) -> f64 {
    float(length as u64)
}

/// A figure as a whole count; what is not a count is none.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, and figures are small"
)]
pub fn whole(figure: f64) -> u32 {
    figure.round() as u32
}

/// A figure as people write it: three digits that matter, thousands apart.
pub fn written(figure: f64) -> String {
    let digits = match figure.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        0.0 => 0,
        _ => 2,
    };
    let plain = format!("{figure:.digits$}");
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, rest) = plain.split_once('.').map_or((plain, String::new()), |(a, b)| (a, format!(".{b}")));
    let mut apart = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            apart.push(',');
        }
        apart.push(digit);
    }
    format!("{sign}{apart}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_with_the_digits_that_matter() {
        let figures = [0.0, 0.123, 4.0, 12.34, 456.7, 12_345.6, 1_234_567.0, -3.5];
        let texts: Vec<_> = figures.into_iter().map(written).collect();
        assert_eq!(texts, ["0", "0.12", "4.00", "12.3", "457", "12,346", "1,234,567", "-3.50"]);
    }

    #[test]
    fn moments_keep_their_distance() {
        let now = Instant::now();
        let apart = Duration::from_millis(5);
        for (earlier, later) in [(now, now + apart), (now - apart, now)] {
            // Each is rounded to whole microseconds.
            assert!((4_999..=5_001).contains(&(moment(later) - moment(earlier))));
        }
    }
}
