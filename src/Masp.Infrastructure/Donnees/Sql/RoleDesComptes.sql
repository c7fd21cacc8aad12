-- Accounts, keys and tokens are read before anybody acts, so no policy can stand in front of them: a role of their own does. Who runs the
-- application puts it on for that pool of connections only; the pool of the trade cannot read one account.

revoke all on all tables in schema acces from masp_app;
revoke all on schema acces from masp_app;
grant usage on schema acces to masp_acces;
grant select, insert, update, delete on all tables in schema acces to masp_acces;
revoke all on acces.migrations from masp_acces;
alter default privileges in schema acces grant select, insert, update, delete on tables to masp_acces;
