package org.ansinh.rules.language;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.ValueType;

/** Every name an expression may use, with its type in the checker's words. */
final class LawScope implements CelTypeProvider {

    static final CelType DONG = OpaqueType.create("dong");
    static final CelType UNROUNDED = OpaqueType.create("unrounded");
    static final CelType DECIMAL = OpaqueType.create("decimal");
    static final CelType DAY = OpaqueType.create("day");
    static final CelType PROGRAMME = OpaqueType.create("programme");
    static final CelType ROUNDING = OpaqueType.create("rounding");
    static final CelType PERSON = StructTypeReference.create("Person");
    static final CelType HOUSEHOLD = StructTypeReference.create("Household");
    static final CelType VILLAGE = StructTypeReference.create("Village");

    private final ImmutableMap<String, CelType> structs;
    private final ImmutableMap<String, CelType> variables;

    LawScope(LawPack pack, SubjectKind subject) {
        structs = ImmutableMap.of(
                "Person", struct(pack, SubjectKind.PERSON),
                "Household", struct(pack, SubjectKind.HOUSEHOLD),
                "Village", struct(pack, SubjectKind.VILLAGE));
        var variables = new LinkedHashMap<String, CelType>();
        if (subject == SubjectKind.PERSON) {
            variables.put("person", PERSON);
        }
        if (subject != SubjectKind.VILLAGE) {
            variables.put("household", HOUSEHOLD);
        }
        variables.put("village", VILLAGE);
        variables.put("today", DAY);
        pack.parameters().forEach((id, parameter) -> variables.put(id, type(parameter.type())));
        pack.tables().forEach((id, table) -> variables.put(id, table(type(table.by()), type(table.type()))));
        Rounding.all().keySet().forEach(it -> variables.put(it, ROUNDING));
        pack.dictionary()
                .enumerations()
                .forEach((id, list) -> list.values()
                        .forEach(it -> variables.put(id + "." + it.id(), OpaqueType.create("enum_" + id))));
        pack.programmes().keySet().forEach(it -> variables.put("programmes." + it, PROGRAMME));
        this.variables = ImmutableMap.copyOf(variables);
    }

    static CelType table(CelType key, CelType value) {
        return OpaqueType.create("table", key, value);
    }

    private static StructType struct(LawPack pack, SubjectKind kind) {
        var fields = new LinkedHashMap<String, CelType>();
        pack.dictionary().facts().stream()
                .filter(it -> it.subject() == kind && !it.many() && it.type().kind() != ValueType.Kind.TEXT)
                .forEach(it -> fields.put(it.shortName(), type(it.type())));
        pack.dictionary().definitions().stream()
                .filter(it -> it.subject() == kind)
                .forEach(it -> fields.put(it.shortName(), type(it.type())));
        if (kind == SubjectKind.PERSON) {
            pack.dictionary().relations().forEach(it -> fields.put(it.shortName(), ListType.create(PERSON)));
        }
        if (kind == SubjectKind.HOUSEHOLD) {
            fields.put("members", ListType.create(PERSON));
        }
        var name = kind.name().charAt(0) + kind.word().substring(1);
        var fixed = ImmutableMap.copyOf(fields);
        return StructType.create(name, fixed.keySet(), it -> Optional.ofNullable(fixed.get(it)));
    }

    static CelType type(ValueType type) {
        return switch (type.kind()) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case DONG -> DONG;
            case DECIMAL -> DECIMAL;
            case DAY -> DAY;
            case ENUM -> OpaqueType.create("enum_" + type.enumeration().orElseThrow());
            case TEXT -> SimpleType.STRING;
        };
    }

    Map<String, CelType> variables() {
        return variables;
    }

    /** Why a fact that does exist cannot be read. */
    static Optional<String> whyNot(LawPack pack, String factId) {
        return pack.dictionary().fact(factId).map(fact -> reason(fact));
    }

    private static String reason(FactDefinition fact) {
        return fact.many()
                ? "%s may hold several values at once and cannot be read in an expression".formatted(fact.id())
                : "%s is a text; the law does not reason with texts".formatted(fact.id());
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(structs.get(name));
    }
}
