package ch.meinkonto.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to run as somebody who could change the tables themselves: whoever broke into the portal
 * could then do so, too (OWASP ASVS 5.0, 13.2.2).
 */
final class PrivilegeCheck {

  PrivilegeCheck(DataSource dataSource) {
    var tooMuch =
        JdbcClient.create(dataSource)
            .sql(
                """
                SELECT has_schema_privilege(current_schema, 'CREATE')
                  OR EXISTS (SELECT 1 FROM pg_roles WHERE pg_has_role(oid, 'MEMBER')
                    AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication))
                  OR EXISTS (SELECT 1 FROM pg_tables
                    WHERE schemaname = current_schema AND pg_has_role(tableowner, 'MEMBER'))
                """)
            .query(Boolean.class)
            .single();
    if (tooMuch) {
      throw new IllegalStateException(
          "DATABASE_USER may change the tables themselves. Let the portal run as a user who may not,"
              + " and name the one who may in DATABASE_OWNER (docs/operations.md)");
    }
  }
}
