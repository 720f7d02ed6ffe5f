-- Whether a language model is asked if an answer says what the question's reference answer says: not at all, to be shown beside the verdict, or in the place of comparing their words.
ALTER TABLE portal.golden_question ADD COLUMN model_opinion text NOT NULL DEFAULT 'none' CHECK (model_opinion IN ('none', 'shown', 'counts'));
