package org.ansinh.app.exchange.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.exchange.FileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a list for the population database is made of, and the files that come back, under the policies of whoever acts. Needs a transaction. */
@Repository
public class CheckFileRows {

    /** Of a household whoever heads it: the law asks for the data of the applicant. */
    private static final String OF_SUBJECTS = """
            select distinct p.person_id from (%s) s
              left join registry.face_household h on s.subject_kind = 'h' and h.household_id = s.subject_id
              join registry.face_person p on p.person_id = coalesce(h.head_id, s.subject_id)
             where p.commune_code = :commune and p.died_on is null""";

    private final JdbcClient jdbc;

    public CheckFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Integer> applicants(String commune) {
        return jdbc.sql(
                        OF_SUBJECTS.formatted(
                                "select a.subject_kind, a.subject_id from casework.face_open_application a where a.commune_code = :commune"))
                .param("commune", commune)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** Of the newest list to pay, approved or not. */
    public List<Integer> payees(String commune, String programme) {
        return jdbc.sql(OF_SUBJECTS.formatted("""
                        select l.subject_kind, l.subject_id from payments.face_line l where l.programme = :programme and l.commune_code = :commune
                           and l.month = (select max(n.month) from payments.face_line n where n.programme = :programme and n.commune_code = :commune)"""))
                .param("commune", commune)
                .param("programme", programme)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    public List<Integer> withoutNumber(String commune) {
        return jdbc.sql("""
                        select person_id from registry.face_person where commune_code = :commune and lives_here and died_on is null
                           and (personal_number is null or number_state = 'conflict')""")
                .param("commune", commune)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    public List<Integer> person(String commune, int person) {
        return jdbc.sql(
                        "select person_id from registry.face_person where person_id = :person and commune_code = :commune and died_on is null")
                .param("person", person)
                .param("commune", commune)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    public List<Integer> household(String commune, int household) {
        return jdbc.sql("""
                        select person_id from registry.face_person where household_id = :household and commune_code = :commune and lives_here and died_on is null""")
                .param("household", household)
                .param("commune", commune)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    public FileId add(int list, String name, LocalDate on, long bytes, String digest) {
        return new FileId(jdbc.sql("""
                        insert into exchange.brought_file (purpose, name, as_of, bytes, digest, check_list)
                        values ('population', :name, :on, :bytes, :digest, :list) returning file_id""")
                .param("name", name)
                .param("on", on)
                .param("bytes", bytes)
                .param("digest", digest)
                .param("list", list)
                .query(Long.class)
                .single());
    }

    /** @param digest of its bytes */
    public record Of(int list, String digest) {}

    public Optional<Of> of(FileId file) {
        return jdbc.sql(
                        "select check_list, digest from exchange.brought_file where file_id = ? and check_list is not null")
                .param(file.number())
                .query((row, n) -> new Of(row.getInt(1), row.getString(2)))
                .optional();
    }

    public List<FileId> files(int list) {
        return jdbc.sql("""
                        select file_id from exchange.brought_file where check_list = ? and state <> 'thrown_away' and brought_by = current_setting('role')::name
                         order by file_id desc limit 20""")
                .param(list)
                .query((row, n) -> new FileId(row.getLong(1)))
                .list();
    }
}
