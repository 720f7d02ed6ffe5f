-- The operator's own log: a chain as each customer has one, for what concerns no single customer (the public security page). It stands under a name that no
-- organisation bears, and is open to the operator's desk alone.
CREATE POLICY operator_log ON portal.audit_event TO citadel_portal
  USING (organisation_id = 'operator' AND current_setting('app.operator', true) = 'on')
  WITH CHECK (organisation_id = 'operator' AND current_setting('app.operator', true) = 'on');
