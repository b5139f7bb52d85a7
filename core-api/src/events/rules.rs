//! What the details of an event must keep to.

use chrono::{DateTime, Datelike, Utc};
use service_kit::problem::FieldError;

use super::model::Details;

/// Most zones of an event.
pub const MAX_ZONES: usize = 200;
/// Most contacts of an event.
pub const MAX_CONTACTS: usize = 50;
/// Years that an event can be in: far beyond any plan, and well within what every reader can show.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;
/// Signs that stand in telephone numbers besides digits.
const PHONE_SIGNS: &str = " +-()/.*#";

/// Collects what was refused.
#[derive(Default)]
struct Check(Vec<FieldError>);

impl Details {
    /// The same without what typing leaves behind: spaces around texts, empty optional texts.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        trim(&mut self.name);
        trim(&mut self.description);
        trim(&mut self.address);
        trim_optional(&mut self.emergency_number);
        for zone in &mut self.zones {
            trim(&mut zone.name);
        }
        for contact in &mut self.contacts {
            trim(&mut contact.name);
            trim(&mut contact.phone);
            trim_optional(&mut contact.role);
        }
        self
    }

    /// These details, if they keep every rule; otherwise each field that does not.
    pub fn checked(self) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::default();
        check.line("name", &self.name, 120);
        check.text("description", &self.description, 4000);
        check.line("address", &self.address, 300);
        check.place(self.latitude, self.longitude);
        check.times(self.starts_at, self.ends_at);
        if let Some(number) = &self.emergency_number {
            check.phone("emergency_number", number);
        }
        check.count("zones", self.zones.len(), MAX_ZONES);
        for (index, zone) in self.zones.iter().enumerate() {
            check.line(&format!("zones[{index}].name"), &zone.name, 80);
        }
        check.count("contacts", self.contacts.len(), MAX_CONTACTS);
        for (index, contact) in self.contacts.iter().enumerate() {
            check.line(&format!("contacts[{index}].name"), &contact.name, 120);
            check.phone(&format!("contacts[{index}].phone"), &contact.phone);
            if let Some(role) = &contact.role {
                check.line(&format!("contacts[{index}].role"), role, 80);
            }
        }
        if check.0.is_empty() { Ok(self) } else { Err(check.0) }
    }
}

/// Whether an event, or a question about events, can be at this time.
pub fn is_plausible(time: DateTime<Utc>) -> bool {
    YEARS.contains(&time.year())
}

fn trim(text: &mut String) {
    if text.trim().len() != text.len() {
        *text = text.trim().to_owned();
    }
}

fn trim_optional(text: &mut Option<String>) {
    if let Some(inner) = text {
        trim(inner);
        if inner.is_empty() {
            *text = None;
        }
    }
}

impl Check {
    fn refuse(&mut self, field: &str, reason: impl Into<String>) {
        self.0.push(FieldError { field: field.to_owned(), reason: reason.into() });
    }

    /// One line of text that says something.
    fn line(&mut self, field: &str, text: &str, most: usize) {
        if text.is_empty() || text.chars().count() > most {
            self.refuse(field, format!("must be 1 to {most} characters long"));
        } else if text.contains(char::is_control) {
            self.refuse(field, "must be one line without control characters");
        }
    }

    /// Any text, also none, on any number of lines.
    fn text(&mut self, field: &str, text: &str, most: usize) {
        if text.chars().count() > most {
            self.refuse(field, format!("must be at most {most} characters long"));
        } else if text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.refuse(field, "must not hold control characters");
        }
    }

    fn phone(&mut self, field: &str, number: &str) {
        let known = number.chars().all(|c| c.is_ascii_digit() || PHONE_SIGNS.contains(c));
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if !known || digits < 2 || number.len() > 40 {
            self.refuse(field, "must be a telephone number: digits, spaces and +-()/.*#, at most 40");
        }
    }

    fn place(&mut self, latitude: Option<f64>, longitude: Option<f64>) {
        match (latitude, longitude) {
            (Some(latitude), Some(longitude)) => {
                if !(-90.0..=90.0).contains(&latitude) {
                    self.refuse("latitude", "must be between -90 and 90");
                }
                if !(-180.0..=180.0).contains(&longitude) {
                    self.refuse("longitude", "must be between -180 and 180");
                }
            }
            (Some(_), None) => self.refuse("longitude", "must stand beside latitude"),
            (None, Some(_)) => self.refuse("latitude", "must stand beside longitude"),
            (None, None) => (),
        }
    }

    fn times(&mut self, starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) {
        for (field, time) in [("starts_at", starts_at), ("ends_at", ends_at)] {
            if !is_plausible(time) {
                self.refuse(field, format!("must be in the years {} to {}", YEARS.start(), YEARS.end()));
            }
        }
        // Postgres keeps microseconds: two times that differ by less are the same to it.
        if ends_at.timestamp_micros() <= starts_at.timestamp_micros() {
            self.refuse("ends_at", "must be later than starts_at");
        }
    }

    fn count(&mut self, field: &str, count: usize, most: usize) {
        if count > most {
            self.refuse(field, format!("must be at most {most}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::events::model::{Contact, Zone};

    fn details() -> Details {
        Details {
            name: "Fair".into(),
            description: String::new(),
            address: "Green 2".into(),
            latitude: None,
            longitude: None,
            starts_at: DateTime::UNIX_EPOCH,
            ends_at: DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(1),
            emergency_number: None,
            zones: Vec::new(),
            contacts: Vec::new(),
        }
    }

    fn refused(details: Details) -> Vec<String> {
        let refusals = details.checked().err().unwrap_or_default();
        refusals.into_iter().map(|refusal| refusal.field).collect()
    }

    fn zone(name: &str) -> Zone {
        Zone { id: uuid::Uuid::nil(), name: name.into() }
    }

    fn contact(phone: &str) -> Contact {
        Contact { id: uuid::Uuid::nil(), name: "Ada".into(), role: None, phone: phone.into() }
    }

    #[test]
    fn tidying_removes_what_typing_leaves_behind() {
        let untidy = Details {
            name: "\u{a0} Fair \n".into(),
            emergency_number: Some(" ".into()),
            zones: vec![zone(" A ")],
            contacts: vec![Contact { role: Some(String::new()), ..contact(" 112 ") }],
            ..details()
        };
        let tidy = Details { zones: vec![zone("A")], contacts: vec![contact("112")], ..details() };
        assert_eq!(untidy.tidy(), tidy);
    }

    #[test]
    fn an_event_ends_after_it_starts() {
        let start = details().starts_at;
        for (micros, nanos, right) in [(0, 0, false), (-1, 0, false), (1, 0, true), (0, 999, false)] {
            let ends_at =
                start + chrono::TimeDelta::microseconds(micros) + chrono::TimeDelta::nanoseconds(nanos);
            assert_eq!(refused(Details { ends_at, ..details() }).is_empty(), right, "{micros} {nanos}");
        }
        let early = Details { starts_at: DateTime::<Utc>::MIN_UTC, ..details() };
        assert_eq!(refused(early), ["starts_at"]);
        let late = Details { ends_at: DateTime::<Utc>::MAX_UTC, ..details() };
        assert_eq!(refused(late), ["ends_at"]);
    }

    #[test]
    fn lists_have_an_end() {
        let zones = |count| Details { zones: vec![zone("A"); count], ..details() };
        assert!(refused(zones(MAX_ZONES)).is_empty());
        assert_eq!(refused(zones(MAX_ZONES + 1)), ["zones"]);
        let contacts = |count| Details { contacts: vec![contact("112"); count], ..details() };
        assert!(refused(contacts(MAX_CONTACTS)).is_empty());
        assert_eq!(refused(contacts(MAX_CONTACTS + 1)), ["contacts"]);
    }

    #[test]
    fn telephone_numbers_are_what_can_be_dialled() {
        for number in ["112", "+49 (40) 123-456", "0800/12.34", "*100#"] {
            assert!(refused(Details { contacts: vec![contact(number)], ..details() }).is_empty(), "{number}");
        }
        for number in ["", "1", "++", "call 112", "١١٢", "112\n"] {
            let refusals = refused(Details { contacts: vec![contact(number)], ..details() });
            assert_eq!(refusals, ["contacts[0].phone"], "{number}");
        }
    }

    proptest! {
        #[test]
        fn coordinates_stand_together_and_on_the_globe(
            latitude in proptest::option::of(-200.0..200.0_f64),
            longitude in proptest::option::of(-400.0..400.0_f64),
        ) {
            let right = match (latitude, longitude) {
                (None, None) => true,
                (Some(latitude), Some(longitude)) => latitude.abs() <= 90.0 && longitude.abs() <= 180.0,
                _ => false,
            };
            prop_assert_eq!(refused(Details { latitude, longitude, ..details() }).is_empty(), right);
        }

        #[test]
        fn a_name_counts_by_its_characters(count in 0_usize..240, character: char) {
            let name = std::iter::repeat_n(character, count).collect::<String>();
            let tidy = Details { name, ..details() }.tidy();
            let kept = tidy.name.chars().count();
            let right = (1..=120).contains(&kept) && !character.is_control();
            prop_assert_eq!(tidy.checked().is_ok(), right);
        }

        #[test]
        fn tidying_twice_changes_nothing(name in ".{0,20}", role in proptest::option::of(".{0,5}")) {
            let contacts = vec![Contact { role, ..contact("112") }];
            let once = Details { name, contacts, ..details() }.tidy();
            prop_assert_eq!(once.clone().tidy(), once);
        }
    }

    #[test]
    fn no_number_is_no_place() {
        let nowhere = Details { latitude: Some(f64::NAN), longitude: Some(f64::INFINITY), ..details() };
        assert_eq!(refused(nowhere), ["latitude", "longitude"]);
    }
}
