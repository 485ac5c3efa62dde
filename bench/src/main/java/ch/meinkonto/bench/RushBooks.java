package ch.meinkonto.bench;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.serializer.support.SerializingConverter;

/** What a rush begins with in the portal's database, and what is there afterwards. */
record RushBooks(Surroundings around) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SerializingConverter BYTES = new SerializingConverter();
  private static final String PRINCIPAL =
      "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME";

  /**
   * A course as the portal counts it.
   *
   * @param held places of people who have not sent their form
   */
  record Course(String id, int capacity, int taken, int held) {}

  /** Lets people be logged in; gives their sessions in the same order. */
  List<String> logIn(List<Residents.Resident> residents) throws SQLException {
    var sessions = new ArrayList<String>();
    try (var connection = around.connect();
        var session =
            connection.prepareStatement(
                """
                INSERT INTO spring_session
                SELECT ?, ?, now, now, 1800, now + 1800000, ?
                FROM (SELECT (extract(epoch FROM now()) * 1000)::bigint AS now) moment
                """);
        var attribute =
            connection.prepareStatement("INSERT INTO spring_session_attributes VALUES (?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (var resident : residents) {
        var key = UUID.randomUUID().toString();
        var id = id();
        var account = resident.account().toString();
        session.setString(1, key);
        session.setString(2, id);
        session.setString(3, account);
        session.addBatch();
        var values =
            Map.of(
                PRINCIPAL,
                account,
                "login",
                account + " " + System.currentTimeMillis(),
                "device",
                "Firefox");
        for (var value : values.entrySet()) {
          attribute.setString(1, key);
          attribute.setString(2, value.getKey());
          attribute.setBytes(3, BYTES.convert(value.getValue()));
          attribute.addBatch();
        }
        sessions.add(id);
      }
      session.executeBatch();
      attribute.executeBatch();
      connection.commit();
    }
    return sessions;
  }

  /** As many characters as fit. */
  private static String id() {
    var bytes = new byte[27];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Plans a rush into which only accounts get; people gather at once, it opens some day. */
  UUID plan(int floor, int ceiling) throws SQLException {
    var id = UUID.randomUUID();
    try (var connection = around.connect();
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO entrance_rush
                SELECT ?, ARRAY[?], true, true, now(), opens, 0, ?, ?, 'running', 0, 0, 0, ?, 1,
                  opens, opens, opens, NULL
                FROM (SELECT now() + interval '1 day' AS opens) moment
                """)) {
      insert.setObject(1, id);
      insert.setString(2, CourseOffice.SERVICE);
      insert.setInt(3, floor);
      insert.setInt(4, ceiling);
      insert.setDouble(5, floor / 60.0);
      insert.executeUpdate();
    }
    return id;
  }

  /** It opens in so many seconds. */
  void open(UUID rush, int seconds) throws SQLException {
    try (var connection = around.connect();
        var update =
            connection.prepareStatement(
                """
                UPDATE entrance_rush SET opens_at = opens, stepped_at = opens, slowed_at = opens,
                  waited_at = opens
                FROM (SELECT now() + make_interval(secs => ?) AS opens) moment
                WHERE id = ?
                """)) {
      update.setDouble(1, seconds);
      update.setObject(2, rush);
      update.executeUpdate();
    }
  }

  /** All requests of the service. */
  Set<UUID> requests() throws SQLException {
    var requests = new HashSet<UUID>();
    try (var connection = around.connect();
        var select =
            connection.prepareStatement("SELECT id FROM request_envelope WHERE service = ?")) {
      select.setString(1, CourseOffice.SERVICE);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          requests.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return requests;
  }

  /** All courses that can be booked. */
  List<Course> courses() throws SQLException {
    var courses = new ArrayList<Course>();
    try (var connection = around.connect();
        var select =
            connection.prepareStatement(
                """
                SELECT id, capacity, taken,
                  (SELECT coalesce(sum(places), 0) FROM booking_hold hold
                   WHERE hold.offer = course.id AND hold.state = 'held')
                FROM booking_offer course WHERE NOT withdrawn
                """);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        courses.add(new Course(rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)));
      }
    }
    return courses;
  }
}
