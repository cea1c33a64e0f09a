package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardStatements;
import dev.plinth.schema.dialect.standard.Unwritable;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Changes in the statements that the database was found to understand; all others are refused. */
final class GenericStatements extends StandardStatements {
    private final Forms forms;
    private final Phrases phrases;
    private final Conversions conversions;
    private final boolean hasZones;

    GenericStatements(
            Names names,
            Types types,
            Forms forms,
            Phrases phrases,
            Conversions conversions,
            boolean hasZones) {
        super(names, types);
        this.forms = forms;
        this.phrases = phrases;
        this.conversions = conversions;
        this.hasZones = hasZones;
    }

    @Override
    public boolean supports(Change change) {
        return super.supports(change) && knows(change);
    }

    @Override
    public boolean knows(Change change) {
        return Unwritable.isNone(this, change);
    }

    @Override
    public List<String> write(Change change) {
        needed(change).ifPresent(forms::template);
        return super.write(change);
    }

    /** What the standard says in one way only, if a database has it. */
    private static Optional<Form> needed(Change change) {
        return switch (change) {
            case Change.AddPrimaryKey c -> Optional.of(Form.ADD_KEY);
            case Change.AddUnique c -> Optional.of(Form.ADD_KEY);
            case Change.AddCheck c -> Optional.of(Form.ADD_CHECK);
            case Change.AddRelation c -> Optional.of(Form.ADD_RELATION);
            default -> Optional.empty();
        };
    }

    /** No table is made anew: what cannot be done in place is told, all of it. */
    @Override
    protected List<String> rebuildTable(Change.RebuildTable change) {
        throw Unwritable.reasons(this, change);
    }

    private String write(Form form, Table table, String name, String to, String definition) {
        return forms.write(form, quote(table.name()), quote(name), quote(to), definition);
    }

    @Override
    protected List<String> renameTable(TableName from, TableName to) {
        if (!from.schema().equals(to.schema())) {
            throw forms.refusal("moves a table to another schema");
        }
        return List.of(forms.write(Form.RENAME_TABLE, quote(from), "", quote(to.name()), ""));
    }

    @Override
    protected List<String> renameConstraint(Table table, String from, String to) {
        if (forms.knows(Form.RENAME_CONSTRAINT)) {
            return List.of(write(Form.RENAME_CONSTRAINT, table, from, to, ""));
        }
        PrimaryKey key = Objects.requireNonNull(table.primaryKey(), "only keys are renamed");
        List<String> statements = new ArrayList<>(dropConstraint(table, from));
        statements.addAll(addPrimaryKey(table, new PrimaryKey(to, key.columns())));
        return statements;
    }

    @Override
    protected String tableComment(Table table, String comment) {
        return write(Form.COMMENT_TABLE, table, "", "", comment(comment));
    }

    @Override
    protected String columnComment(Table table, Column column) {
        return write(Form.COMMENT_COLUMN, table, column.name(), "", comment(column.comment()));
    }

    private static String comment(String comment) {
        return comment.isEmpty() ? "NULL" : text(comment);
    }

    @Override
    protected List<String> addColumn(Table table, Column column) {
        List<String> statements = new ArrayList<>();
        statements.add(write(Form.ADD_COLUMN, table, "", "", column(table, column)));
        if (!column.comment().isEmpty()) {
            statements.add(columnComment(table, column));
        }
        return statements;
    }

    @Override
    protected List<String> dropColumn(Table table, Column column) {
        return List.of(write(Form.DROP_COLUMN, table, column.name(), "", ""));
    }

    @Override
    protected List<String> renameColumn(Change.RenameColumn change) {
        return List.of(renameColumn(change.table(), change.from(), change.to()));
    }

    private String renameColumn(Table table, String from, String to) {
        return write(Form.RENAME_COLUMN, table, from, to, "");
    }

    @Override
    protected String dropDefault(Table table, Column column) {
        return write(Form.DROP_DEFAULT, table, column.name(), "", "");
    }

    @Override
    protected String setDefault(Table table, Column column, String value) {
        return write(Form.SET_DEFAULT, table, column.name(), "", value);
    }

    @Override
    protected List<String> changeRequired(Table table, Column column) {
        Form form = column.required() ? Form.SET_REQUIRED : Form.DROP_REQUIRED;
        return List.of(write(form, table, column.name(), "", ""));
    }

    @Override
    public List<Column> remakes(Change change) {
        if (!(change
                instanceof Change.ChangeColumn(Table table, Column from, Column to, var aspects))) {
            return List.of();
        }
        if (aspects.contains(Aspect.GENERATED)) {
            return List.of(to);
        }
        if (!aspects.contains(Aspect.TYPE)) {
            return List.of();
        }
        List<Column> again = new ArrayList<>(computedFrom(table, to.name()));
        if (!Conversions.isOneKind(from.type(), to.type())) {
            again.add(to);
        }
        return again;
    }

    @Override
    protected List<String> changeType(Table table, Column from, Column to) {
        List<String> statements = new ArrayList<>();
        List<Column> computed = computedFrom(table, to.name());
        computed.forEach(c -> statements.addAll(dropColumn(table, c)));
        if (Conversions.isOneKind(from.type(), to.type())) {
            statements.add(write(Form.SET_TYPE, table, to.name(), "", types.sql(to.type())));
        } else if (conversions.knows(from.type(), to.type()) && from.identity() == null) {
            String value = "CAST(" + quote(to.name()) + " AS " + types.sql(to.type()) + ")";
            statements.addAll(replaced(table, from, to, value));
        } else {
            throw forms.refusal("makes " + to.type().text() + " of " + from.type().text());
        }
        computed.forEach(c -> statements.addAll(addColumn(table, c)));
        return statements;
    }

    /** A column of the new kind that takes over values and name of the old one. */
    private List<String> replaced(Table table, Column from, Column to, String value) {
        Column plain = to.withRequired(false).withDefault(null).withIdentity(null);
        Column successor = plain.withName(names.fitted(to.name() + "_new"));
        List<String> statements = new ArrayList<>(addColumn(table, successor));
        statements.add(
                "UPDATE "
                        + quote(table.name())
                        + " SET "
                        + quote(successor.name())
                        + " = "
                        + value);
        statements.addAll(dropColumn(table, from.withName(to.name())));
        statements.add(renameColumn(table, successor.name(), to.name()));
        if (to.required()) {
            statements.addAll(changeRequired(table, to));
        }
        return statements;
    }

    /** What is computed is made anew; only what no longer is keeps its values. */
    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        if (to.generated() == null) {
            return replaced(table, from, to, quote(to.name()));
        }
        List<String> statements = new ArrayList<>(dropColumn(table, to));
        statements.addAll(addColumn(table, to));
        return statements;
    }

    @Override
    protected String generated(Generated generated) {
        String template = forms.template(Form.GENERATED);
        return template.substring(template.indexOf("GENERATED"))
                .replace("$d", sql(generated.expression()));
    }

    @Override
    protected String identity(Identity identity) {
        forms.template(identity == Identity.ALWAYS ? Form.IDENTITY_ALWAYS : Form.IDENTITY);
        return super.identity(identity);
    }

    /** No statement of the standard makes it go on after the numbers that are there. */
    @Override
    protected List<String> addIdentity(Table table, Column column) {
        throw forms.refusal("numbers a column that is there");
    }

    @Override
    protected List<String> dropIdentity(Table table, Column column) {
        return List.of(write(Form.DROP_IDENTITY, table, column.name(), "", ""));
    }

    @Override
    protected List<String> changeIdentity(Table table, Column column) {
        String kind = column.identity() == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
        return List.of(write(Form.SET_IDENTITY, table, column.name(), "", kind));
    }

    @Override
    public List<String> restartIdentity(Table table) {
        throw forms.refusal("goes on numbering after rows that brought their numbers");
    }

    @Override
    protected List<String> dropConstraint(Table table, String name) {
        return List.of(write(Form.DROP_CONSTRAINT, table, name, "", ""));
    }

    @Override
    protected String addIndex(Table table, Index index) {
        if (!index.method().isEmpty()) {
            throw forms.refusal("makes an index of the kind " + index.method());
        }
        if (index.where() != null || index.parts().stream().anyMatch(p -> !p.isColumn())) {
            throw forms.refusal("shows an index that has a condition or an expression");
        }
        return super.addIndex(table, index);
    }

    @Override
    protected List<String> dropIndex(Table table, Index index) {
        boolean ofTable = forms.template(Form.DROP_INDEX).contains("$t");
        String schema = ofTable ? "" : table.name().schema();
        return List.of(
                forms.write(
                        Form.DROP_INDEX,
                        quote(table.name()),
                        quote(new TableName(schema, index.name())),
                        "",
                        ""));
    }

    @Override
    protected String newUuid() {
        return phrases.find(Phrase.NEW_UUID).orElseThrow(() -> forms.refusal("makes a new UUID"));
    }

    /** Whether a default is what {@link #newUuid} makes it. */
    boolean isNewUuid(String echo) {
        return phrases.find(Phrase.NEW_UUID).filter(echo::equalsIgnoreCase).isPresent();
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof DateType) {
            return "CURRENT_DATE";
        }
        Phrase phrase = Phrase.NOW;
        if (type instanceof TimeType) {
            phrase = Phrase.NOW_TIME;
        } else if (type instanceof ZonedTimestampType && hasZones) {
            phrase = Phrase.NOW_ZONED;
        }
        return phrases.write(phrase, "", "");
    }
}
