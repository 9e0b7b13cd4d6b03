package org.ansinh.app.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers about communes from the table in memory, about villages from the database. */
@Service
class Territory implements TerritoryDesk {

    private final Gazetteer gazetteer = Gazetteer.read();
    private final UnitRows rows;

    Territory(UnitRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Commune> communesOn(LocalDate day) {
        return gazetteer.on(day);
    }

    @Override
    public Optional<Commune> commune(String code, LocalDate day) {
        return gazetteer.byCode(code, day);
    }

    @Override
    public Resolution resolve(String codeOrName, @Nullable String district, LocalDate day) {
        return gazetteer.resolve(codeOrName, district, day);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villagesOf(String communeCode, LocalDate day) {
        return rows.villagesOf(communeCode, day);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Village> village(int villageId, LocalDate day) {
        return rows.village(villageId, day);
    }

    @Override
    @Transactional
    public void mirror() {
        rows.mirror(gazetteer.all());
    }

    @Override
    @Transactional
    public Map<String, Integer> addVillages(List<NewVillage> villages) {
        var known = rows.numbers();
        var fresh =
                villages.stream().filter(it -> !known.containsKey(it.code())).toList();
        if (!fresh.isEmpty()) {
            rows.add(fresh);
        }
        return rows.numbers();
    }
}
