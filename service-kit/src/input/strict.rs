//! Strict JSON: what two readers could understand differently is refused.
//!
//! Refused are duplicate keys, more than [`MAX_DEPTH`] levels, and NUL characters (which no text column can
//! store). Unknown fields are ignored, so that a newer app can speak to an older service.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Deepest nesting that is read; no shape of Steward needs half of it.
pub const MAX_DEPTH: usize = 16;

/// Why an input was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// Not JSON, or JSON that the strict rules refuse.
    #[error("{0}")]
    Unreadable(String),
    /// JSON, but a field is missing or of the wrong type.
    #[error("{field}: {reason}")]
    Field {
        /// Path of the field.
        field: String,
        /// Why.
        reason: String,
    },
}

/// Most members of an object that [`is_plain`] looks through one by one.
const PLAIN_MEMBERS: usize = 32;

/// Reads a value strictly, naming the field when its type is wrong.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, InputError> {
    typed(&parse_value(bytes)?)
}

/// Whether this is JSON that keeps to the strict rules, as nearly all input does; it may then be read by any reader.
/// Keeps nothing of it, and so takes a fraction of the time of [`parse_value`], which tells what is wrong. Says no to
/// objects of very many members, too.
pub fn is_plain(bytes: &[u8]) -> bool {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    Plain(0).deserialize(&mut deserializer).is_ok() && deserializer.end().is_ok()
}

/// Reads any JSON value under the strict rules.
pub fn parse_value(bytes: &[u8]) -> Result<Value, InputError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let unreadable = |error: serde_json::Error| InputError::Unreadable(error.to_string());
    let value = Level(0).deserialize(&mut deserializer).map_err(unreadable)?;
    deserializer.end().map_err(unreadable)?;
    Ok(value)
}

/// Turns a strictly read value into its type, naming the field when that fails.
pub fn typed<T: DeserializeOwned>(value: &Value) -> Result<T, InputError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let reason = error.inner().to_string();
        let path = error.path().to_string();
        InputError::Field { field: field_of(&path, &reason), reason }
    })
}

/// serde names a missing field in its message, not in its path.
fn field_of(path: &str, reason: &str) -> String {
    let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    match (path, missing) {
        (".", Some(name)) => name.to_owned(),
        (_, Some(name)) => format!("{path}.{name}"),
        (".", None) => "body".to_owned(),
        (_, None) => path.to_owned(),
    }
}

struct Level(usize);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Level {
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        if self.0 >= MAX_DEPTH {
            return Err(E::custom(format!("nested more than {MAX_DEPTH} levels deep")));
        }
        Ok(Self(self.0 + 1))
    }
}

/// Looks through a value to so many levels, without keeping it.
struct Plain(usize);

impl Plain {
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        if self.0 < MAX_DEPTH { Ok(Self(self.0 + 1)) } else { Err(E::custom("too deep")) }
    }
}

impl<'de> DeserializeSeed<'de> for Plain {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Plain {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if value.is_finite() { Ok(()) } else { Err(E::custom("not a finite number")) }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        without_nul(value).map(drop)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while access.next_element_seed(self.deeper()?)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let mut names: Vec<Name<'de>> = Vec::new();
        while let Some(name) = access.next_key::<Name<'de>>()? {
            without_nul::<A::Error>(&name.0)?;
            if names.len() == PLAIN_MEMBERS || names.contains(&name) {
                return Err(A::Error::custom("not plain"));
            }
            names.push(name);
            access.next_value_seed(self.deeper()?)?;
        }
        Ok(())
    }
}

/// The name of a member, borrowed where nothing in it is escaped.
#[derive(PartialEq, Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

fn without_nul<E: Error>(text: &str) -> Result<&str, E> {
    if text.contains('\0') { Err(E::custom("a NUL character is not allowed")) } else { Ok(text) }
}

impl<'de> Visitor<'de> for Level {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("not a finite number"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(without_nul(value)?.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        without_nul::<E>(&value)?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.deeper()?)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = access.next_key::<String>()? {
            without_nul::<A::Error>(&name)?;
            if members.contains_key(&name) {
                return Err(A::Error::custom(format!("the key `{name}` stands twice")));
            }
            let value = access.next_value_seed(self.deeper()?)?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, serde::Deserialize, PartialEq)]
    struct Sample {
        name: String,
        #[serde(default)]
        inner: Vec<Inner>,
    }

    #[derive(Debug, serde::Deserialize, PartialEq)]
    struct Inner {
        seq: u32,
    }

    fn refused(text: &str) -> String {
        parse::<Sample>(text.as_bytes()).expect_err("must be refused").to_string()
    }

    #[test]
    fn names_the_missing_and_the_wrong_field() {
        assert!(refused("{}").starts_with("name: missing"));
        assert!(refused(r#"{"name":"a","inner":[{"seq":1},{"seq":"x"}]}"#).starts_with("inner[1].seq: "));
        assert!(refused(r#"{"name":"a","inner":[{}]}"#).starts_with("inner[0].seq: missing"));
    }

    #[test]
    fn refuses_what_two_readers_could_read_differently() {
        assert!(refused(r#"{"name":"a","name":"b"}"#).contains("stands twice"));
        assert!(refused(r#"{"name":"a","x":{"k":1,"k":2}}"#).contains("stands twice"));
        assert!(refused("{\"name\":\"a\\u0000b\"}").contains("NUL"));
        assert!(
            refused(&format!(r#"{{"name":"a","x":{}{}}}"#, "[".repeat(40), "]".repeat(40))).contains("deep")
        );
        assert!(refused("{\"name\":\"a\"} x").contains("trailing"));
        assert!(refused("nonsense").contains("expected"));
    }

    #[test]
    fn a_plain_value_needs_no_closer_look() {
        let members = |count: usize| {
            let members: Vec<String> = (0..count).map(|number| format!("\"m{number}\":{number}")).collect();
            format!("{{{}}}", members.join(","))
        };
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        for plain in ["{}", r#"{"a":[1,-2,2.5e3,null,true,"b\n",{"a":1}]}"#, &members(32), &nested(MAX_DEPTH)]
        {
            assert!(is_plain(plain.as_bytes()) && parse_value(plain.as_bytes()).is_ok(), "{plain}");
        }
        let twice = r#"{"name":1,"\u006eame":2}"#;
        for odd in
            [twice, r#"{"a":"\u0000"}"#, r#"{"\u0000":1}"#, "1e999", "{} x", "", &nested(MAX_DEPTH + 2)]
        {
            assert!(!is_plain(odd.as_bytes()) && parse_value(odd.as_bytes()).is_err(), "{odd}");
        }
        // What has very many members is read the long way.
        assert!(!is_plain(members(33).as_bytes()) && parse_value(members(33).as_bytes()).is_ok());
    }

    proptest! {
        #[test]
        fn both_ways_agree(text in r#"[\[\]{}":,ab01.e\\u -]{0,24}"#) {
            prop_assert_eq!(is_plain(text.as_bytes()), parse_value(text.as_bytes()).is_ok());
        }
    }

    #[test]
    fn ignores_unknown_fields() {
        let sample = parse::<Sample>(br#"{"name":"a","newer":[1,2.5,null,true]}"#).unwrap();
        assert_eq!(sample, Sample { name: "a".into(), inner: vec![] });
    }
}
