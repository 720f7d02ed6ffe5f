-- What a gap's first question means, beside its terms: the built-in embedding model's vector of it, a signed byte a component. Null where
-- the question is not of the model's language, and for gaps from before. It goes with the gap, and the gap with its last message.
ALTER TABLE portal.gap ADD COLUMN vector bytea CHECK (octet_length(vector) = 384);
