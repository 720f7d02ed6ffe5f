-- Bytes that a project has read already are found by their hash, whatever name they come under (reuse-extracted.ts).
CREATE INDEX document_version_bytes ON engine.document_version (project_id, sha256);
