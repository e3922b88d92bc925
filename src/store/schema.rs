//! JSON Schemas of the files, for completion in editors and for finding unknown keys.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

use crate::domain::model::{
    board::Board, document::FileId, draft::Draft, impact::ImpactCheck, meeting::Meeting, plan::Plan, survey::Survey,
};

/// The schema of a kind of file, in the draft that editors understand (JSON Schema 7).
pub fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// The schema of a document.
pub fn of_file(file: &FileId) -> Value {
    match file {
        FileId::Plan => of::<Plan>(),
        FileId::Board => of::<Board>(),
        FileId::Meeting(_) => of::<Meeting>(),
        FileId::Impact(_) => of::<ImpactCheck>(),
        FileId::Survey(_) => of::<Survey>(),
        FileId::Draft => of::<Draft>(),
    }
}

/// Every key that a document may hold, wherever it stands.
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
