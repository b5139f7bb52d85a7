//! A map for the few entries that most sockets have: sorted by id, in one allocation of just their size. A hash table
//! begins with several times as much. Ids grow with time, so whoever has thousands adds at the end.

use uuid::Uuid;

/// So many entries take only their room: a request and the announcements of its event are what most people have. Beyond,
/// the list grows by factors.
const FEW: usize = 4;

/// Entries by id.
#[derive(Debug)]
pub struct ById<V>(Vec<(Uuid, V)>);

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> ById<V> {
    fn find(&self, id: Uuid) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |(each, _)| *each)
    }

    /// The entry of an id.
    pub fn get(&self, id: &Uuid) -> Option<&V> {
        self.find(*id).ok().and_then(|index| self.0.get(index)).map(|(_, value)| value)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, id: &Uuid) -> Option<&mut V> {
        let index = self.find(*id).ok()?;
        self.0.get_mut(index).map(|(_, value)| value)
    }

    /// Whether the id has an entry.
    pub fn contains(&self, id: &Uuid) -> bool {
        self.find(*id).is_ok()
    }

    /// Sets the entry of an id.
    pub fn insert(&mut self, id: Uuid, value: V) {
        match self.find(id) {
            Ok(index) => {
                if let Some(entry) = self.0.get_mut(index) {
                    entry.1 = value;
                }
            }
            Err(index) => {
                if self.0.len() < FEW {
                    self.0.reserve_exact(1);
                }
                self.0.insert(index, (id, value));
            }
        }
    }

    /// Removes the entry of an id.
    pub fn remove(&mut self, id: &Uuid) {
        if let Ok(index) = self.find(*id) {
            self.0.remove(index);
        }
    }

    /// All entries, by id.
    pub fn iter(&self) -> impl Iterator<Item = (Uuid, &V)> {
        self.0.iter().map(|(id, value)| (*id, value))
    }
}

impl<V: Default> ById<V> {
    /// The entry of an id; a new one when there is none.
    pub fn entry(&mut self, id: Uuid) -> &mut V {
        if !self.contains(&id) {
            self.insert(id, V::default());
        }
        let index = self.find(id).unwrap_or_default();
        #[allow(clippy::indexing_slicing, reason = "it was put there when it was missing")]
        &mut self.0[index].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_map() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut map = ById::default();
        map.insert(two, 'b');
        assert_eq!((map.get(&one), map.get(&two)), (None, Some(&'b')));
        map.insert(one, 'a');
        map.insert(two, 'c');
        assert_eq!(map.iter().collect::<Vec<_>>(), [(one, &'a'), (two, &'c')]);
        *map.entry(one) = 'd';
        map.remove(&two);
        assert!(map.contains(&one) && !map.contains(&two));
        assert_eq!(map.get_mut(&one), Some(&mut 'd'));
        assert_eq!(*map.entry(two), '\0');
    }

    #[test]
    fn few_entries_take_only_their_room() {
        let mut map = ById::default();
        for number in 1..=FEW {
            map.insert(Uuid::from_u128(number as u128), [0_u8; 40]);
            assert_eq!(map.0.capacity(), number);
        }
    }
}
