-- Gatherings and the questions put to the stage are found by their words.
-- +goose Up
create index gathering_search on gathering using gin (plain_text(name || ' ' || city) gin_trgm_ops);
create index live_question_search on live_question using gin (plain_text(text) gin_trgm_ops);

-- +goose Down
drop index gathering_search, live_question_search;
