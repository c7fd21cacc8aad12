-- Of a Decision to the person and to the service that asked (R9): each once, dated, and said how.

alter table masp.demandes
  add constraint ck_demande_notification_personne check (
    (decision_notifiee_a_la_personne_le is null) = (decision_notifiee_a_la_personne_par is null) and decision_notifiee_a_la_personne_le >= decision_date),
  add constraint ck_demande_notification_service check (
    (decision_notifiee_au_service_le is null) = (decision_notifiee_au_service_par is null) and decision_notifiee_au_service_le >= decision_date);

create function masp.garder_notification() returns trigger language plpgsql as $$
begin
  if (old.decision_notifiee_a_la_personne_le is not null
      and (new.decision_notifiee_a_la_personne_le, new.decision_notifiee_a_la_personne_par)
        is distinct from (old.decision_notifiee_a_la_personne_le, old.decision_notifiee_a_la_personne_par))
    or (old.decision_notifiee_au_service_le is not null
      and (new.decision_notifiee_au_service_le, new.decision_notifiee_au_service_par)
        is distinct from (old.decision_notifiee_au_service_le, old.decision_notifiee_au_service_par)) then
    raise exception 'a notification never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger garder_notification before update on masp.demandes for each row execute function masp.garder_notification();

create index ix_demande_a_notifier on masp.demandes (departement_code, decision_date, numero)
  where decision_date is not null and (decision_notifiee_a_la_personne_le is null or decision_notifiee_au_service_le is null);
