//! JSON Schemas of the files, for completion in editors and for finding unknown keys.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::model::document::{Document, FileId, KindVisitor};

/// The schema of a kind of file, in the draft that editors support (JSON Schema draft 7).
pub fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// The schema of a document.
pub fn of_file(file: &FileId) -> Value {
    struct Schema;
    impl KindVisitor for Schema {
        type Output = Value;
        fn visit<T: Into<Document> + DeserializeOwned + JsonSchema>(self) -> Value {
            of::<T>()
        }
    }
    file.visit(Schema)
}

/// The keys that a document may have at its root.
pub fn root_keys(file: &FileId) -> Vec<String> {
    let schema = of_file(file);
    schema.get("properties").and_then(Value::as_object).into_iter().flat_map(|keys| keys.keys().cloned()).collect()
}

/// Every key that a document may have, at any depth.
pub fn keys(file: &FileId) -> Vec<String> {
    let mut keys = Vec::new();
    gather(&of_file(file), &mut keys);
    keys
}

fn gather(schema: &Value, keys: &mut Vec<String>) {
    match schema {
        Value::Object(record) => {
            if let Some(Value::Object(properties)) = record.get("properties") {
                keys.extend(properties.keys().cloned());
            }
            record.values().for_each(|inner| gather(inner, keys));
        }
        Value::Array(list) => list.iter().for_each(|inner| gather(inner, keys)),
        _ => {}
    }
}
