//! Strict JSON: what two readers could understand differently is refused.
//!
//! Refused are duplicate keys, more than [`MAX_DEPTH`] levels, and NUL characters (which no text column can
//! store). Unknown fields are ignored, so that a newer app can speak to an older service.

use std::fmt;

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

/// Reads a value strictly, naming the field when its type is wrong.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, InputError> {
    typed(&parse_value(bytes)?)
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
    fn ignores_unknown_fields() {
        let sample = parse::<Sample>(br#"{"name":"a","newer":[1,2.5,null,true]}"#).unwrap();
        assert_eq!(sample, Sample { name: "a".into(), inner: vec![] });
    }
}
