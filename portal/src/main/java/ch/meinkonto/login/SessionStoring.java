package ch.meinkonto.login;

import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.database.Writes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores sessions in Spring Session's tables. A new one, and so a login, goes there in one way,
 * with its attributes and with what tells of it.
 */
final class SessionStoring<S extends Session> implements CalmSessions.Storing<S> {

  private static final String BEGIN =
      """
      WITH begun AS (
        INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time,
          max_inactive_interval, expiry_time, principal_name)
        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING primary_id)
      INSERT INTO spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
      SELECT primary_id, name, bytes FROM begun, unnest(?, ?) AS attribute (name, bytes)
      """;

  private final SessionRepository<S> stored;
  private final Writes writes;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final SerializingConverter bytes = new SerializingConverter();

  SessionStoring(
      SessionRepository<S> stored,
      Writes writes,
      JdbcClient jdbc,
      TransactionOperations transaction) {
    this.stored = stored;
    this.writes = writes;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void begin(Session session, List<Write> along) {
    var all = new ArrayList<>(along);
    all.add(beginning(session));
    writes.together(all);
  }

  @Override
  public void change(S session, List<Write> along) {
    if (along.isEmpty()) {
      stored.save(session);
    } else {
      transaction.executeWithoutResult(_ -> {
        stored.save(session);
        along.forEach(write -> write.by(jdbc));
      });
    }
  }

  private Write beginning(Session session) {
    var names = session.getAttributeNames().toArray(String[]::new);
    return new Write(
        BEGIN,
        Arrays.asList(
            UUID.randomUUID().toString(),
            session.getId(),
            session.getCreationTime().toEpochMilli(),
            session.getLastAccessedTime().toEpochMilli(),
            session.getMaxInactiveInterval().toSeconds(),
            session.getLastAccessedTime().plus(session.getMaxInactiveInterval()).toEpochMilli(),
            session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME),
            new SqlArrayValue("text", (Object[]) names),
            new SqlArrayValue("bytea", serialized(session, names))));
  }

  private Object[] serialized(Session session, String[] names) {
    return Arrays.stream(names)
        .map(name -> bytes.convert(session.getRequiredAttribute(name)))
        .toArray(byte[][]::new);
  }
}
