//! A place on the globe that events are looked for around.

use std::str::FromStr;

/// A place in degrees, written `latitude,longitude`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// The text is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be latitude,longitude in degrees, such as 53.54,9.98")]
pub struct NotAPlace;

impl FromStr for Place {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let (latitude, longitude) = text.split_once(',').ok_or(NotAPlace)?;
        let degrees = |text: &str| text.trim().parse::<f64>().map_err(|_| NotAPlace);
        let place = Self { latitude: degrees(latitude)?, longitude: degrees(longitude)? };
        let on_the_globe =
            (-90.0..=90.0).contains(&place.latitude) && (-180.0..=180.0).contains(&place.longitude);
        if on_the_globe { Ok(place) } else { Err(NotAPlace) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn other_texts_are_no_places() {
        for text in ["", "1", "1,", ",1", "1,2,3", "91,0", "0,181", "NaN,0", "inf,0", "north,east"] {
            assert_eq!(text.parse::<Place>(), Err(NotAPlace), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_place_is_read_from_its_degrees(latitude in -90.0..=90.0_f64, longitude in -180.0..=180.0_f64) {
            let place = Place { latitude, longitude };
            prop_assert_eq!(format!("{latitude}, {longitude}").parse(), Ok(place));
        }
    }
}
