//! Families with one label, whose values are known words.

use prometheus_client::encoding::{EncodeLabel, EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;

use super::register;

/// What a word that is not in the set counts as.
const OTHER: &str = "other";

/// The only label of a family, with one of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Label(pub &'static str, pub &'static str);

impl EncodeLabelSet for Label {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> Result<(), std::fmt::Error> {
        (self.0, self.1).encode(encoder.encode_label())
    }
}

/// One counter a word, taken once: counting looks into no registry. All of them are shown from the start, so that a
/// rate has a beginning.
#[derive(Debug)]
pub struct Tally {
    counters: Vec<(&'static str, Counter)>,
    other: Counter,
}

impl Tally {
    /// Counts by `label`, whose value is one of `words`, the most frequent first.
    pub fn new(name: &str, help: &str, label: &'static str, words: &[&'static str]) -> Self {
        let family = register(name, help, Family::<Label, Counter>::default());
        let counter = |word| family.get_or_create_owned(&Label(label, word));
        Self { counters: words.iter().map(|word| (*word, counter(word))).collect(), other: counter(OTHER) }
    }

    /// Counts one.
    pub fn count(&self, word: &str) {
        let found = self.counters.iter().find(|(each, _)| *each == word);
        found.map_or(&self.other, |(_, counter)| counter).inc();
    }
}
