-- A session also says in which browser it began, so that its owner recognises it.
COMMENT ON COLUMN spring_session_attributes.attribute_bytes IS 'pseudonym: account id, factors and kind of browser, no name or contact data; erased with the session';
