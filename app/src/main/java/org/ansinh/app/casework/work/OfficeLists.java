package org.ansinh.app.casework.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.store.ListRows;
import org.ansinh.app.determination.Names;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists in the words of the law. */
@Service
class OfficeLists implements EntitlementLists {

    private final ListRows rows;
    private final Names names;
    private final AuditDesk audit;

    OfficeLists(ListRows rows, Names names, AuditDesk audit) {
        this.rows = rows;
        this.names = names;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<YearMonth> months() {
        return rows.months();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Tally> tallies(YearMonth month) {
        return rows.tallies(month);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(ListChoice choice) {
        return rows.count(choice);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> page(ListChoice choice, Sort sort, Locale locale, int page, int pageSize) {
        return rows.page(choice, sort, (page - 1) * pageSize, pageSize).stream()
                .map(it -> inWords(choice, it, locale))
                .toList();
    }

    @Override
    @Transactional
    public byte[] workbook(ListChoice choice, Sort sort, SheetWords words) {
        var sheet = new ListSheet(words);
        rows.each(choice, sort, it -> sheet.add(inWords(choice, it, words.locale())));
        var bytes = sheet.bytes();
        audit.exported(choice.toString(), sheet.rows(), ListSheet.digest(bytes));
        return bytes;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villages(ListChoice choice) {
        return rows.villages(choice);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Former> formers(ListChoice choice) {
        return rows.formers(choice);
    }

    private Entry inWords(ListChoice choice, Entry it, Locale locale) {
        return new Entry(
                it.household(),
                it.subjectId(),
                it.name(),
                it.birthYear(),
                it.village(),
                it.communeCode(),
                it.then(),
                it.amount(),
                it.owed(),
                names.provisions(choice.programme(), it.provisions(), locale),
                names.facts(it.missing(), locale),
                it.decided(),
                it.unverified());
    }
}
