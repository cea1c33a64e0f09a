package dev.plinth.app.project;

import dev.plinth.app.store.AuditTrail;
import dev.plinth.app.store.MetaStore;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Models and their revisions. The newest state of a model is in the meta tables of its elements;
 * each revision keeps, as documents, what it changed.
 */
@Repository
public class ModelStore {
    private static final int AT_ONCE = 500;
    private final MetaStore store;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Saved> cache = new ConcurrentHashMap<>();

    ModelStore(MetaStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest model of a project. */
    public Saved current(String project) {
        long newest = newest(project);
        Saved cached = cache.get(project);
        if (cached != null && cached.revision() == newest) {
            return cached;
        }
        Saved read =
                store.transaction(
                        () -> {
                            // A save may fall between the two reads; the lock makes it wait.
                            lock(project);
                            return new Saved(
                                    newest(project), new ElementReader(store, project).model());
                        });
        cache.put(project, read);
        return read;
    }

    /**
     * The newest model, for who is about to change it.
     *
     * @param base the revision that the author saw
     * @throws RefusedException when there is a newer one
     */
    public Saved base(String project, long base) {
        Saved saved = current(project);
        if (saved.revision() != base) {
            throw newer(project, saved.revision());
        }
        return saved;
    }

    /** The model as it was in a revision. */
    public Saved at(String project, long revision) {
        if (revision < 0 || revision > newest(project)) {
            throw unknownRevision(revision);
        }
        List<Table> tables = new ArrayList<>();
        List<View> views = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        store.query(
                        "SELECT d.{kind}, d.{document} FROM {meta_documents} d WHERE d.{project} ="
                            + " :project AND d.{document} IS NOT NULL AND d.{revision} = (SELECT"
                            + " MAX(e.{revision}) FROM {meta_documents} e WHERE e.{project} ="
                            + " d.{project} AND e.{element} = d.{element} AND e.{revision} <="
                            + " :revision) ORDER BY d.{position}, d.{element}",
                        "project",
                        project,
                        "revision",
                        revision)
                .query(
                        rows -> {
                            String document = rows.getString("document");
                            switch (rows.getString("kind")) {
                                case "table" -> tables.add(ModelJson.readTable(document));
                                case "view" -> views.add(ModelJson.readView(document));
                                case "choice" -> choices.add(ModelJson.readChoice(document));
                                default -> origins.add(Element.OfOrigin.read(document));
                            }
                        });
        return new Saved(
                revision,
                new Model(
                        tables,
                        views,
                        choices,
                        origins.isEmpty() ? Origin.NONE : origins.getFirst()));
    }

    /** What was done, the newest first. */
    public List<Revision> revisions(String project, int limit) {
        return store.first(
                        limit,
                        "SELECT * FROM {meta_revisions} WHERE {project} = :project ORDER BY"
                                + " {number} DESC",
                        "project",
                        project)
                .query((rows, number) -> revision(rows))
                .list();
    }

    /**
     * Saves a model as the next revision, all or nothing of it. A model that changes nothing makes
     * no revision.
     *
     * @param base the revision that the author saw
     * @throws RefusedException when there is a newer one, or when the store cannot keep the model
     */
    public Saved save(String project, long base, Model next, String label, Author author) {
        Saved before = base(project, base);
        Limits.check(next);
        Map<String, Integer> positions = new ElementReader(store, project).positions();
        ModelDifference difference = ModelDifference.between(before.model(), next, positions);
        if (difference.isEmpty()) {
            return before;
        }
        long revision = base + 1;
        store.inTransaction(
                () -> {
                    advance(project, base);
                    delete(project, difference.replaced());
                    ElementWriter writer = new ElementWriter(project);
                    difference.changed().forEach(c -> c.element().addTo(writer, c.position()));
                    writer.write(store);
                    documents(project, revision, difference);
                    revision(project, revision, label, author);
                });
        Saved saved = new Saved(revision, next);
        cache.put(project, saved);
        return saved;
    }

    /** Forgets what is in memory of a project that is gone. */
    void forget(String project) {
        cache.remove(project);
    }

    private long newest(String project) {
        return store.query("SELECT {revision} FROM {meta_projects} WHERE {id} = :id", "id", project)
                .query((rows, number) -> rows.getLong(1))
                .optional()
                .orElseThrow(Projects::unknown);
    }

    private void lock(String project) {
        store.change(
                "UPDATE {meta_projects} SET {revision} = {revision} WHERE {id} = :id",
                "id",
                project);
    }

    /** Counts on, unless somebody else did so first; the row is locked until all is written. */
    private void advance(String project, long base) {
        int updated =
                store.change(
                        "UPDATE {meta_projects} SET {revision} = :next, {updated_at} = :now WHERE"
                                + " {id} = :id AND {revision} = :base",
                        "next",
                        base + 1,
                        "now",
                        store.time(clock.instant()),
                        "id",
                        project,
                        "base",
                        base);
        if (updated == 0) {
            throw newer(project, newest(project));
        }
    }

    private void delete(String project, List<String> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            for (String table : ElementTables.PARTS) {
                store.change(
                        "DELETE FROM {"
                                + table
                                + "} WHERE {project} = :project AND {owner} IN (:ids)",
                        "project",
                        project,
                        "ids",
                        some);
            }
            for (String table : ElementTables.ELEMENTS) {
                store.change(
                        "DELETE FROM {" + table + "} WHERE {project} = :project AND {id} IN (:ids)",
                        "project",
                        project,
                        "ids",
                        some);
            }
        }
    }

    private void documents(String project, long revision, ModelDifference difference) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ModelDifference.Placed placed : difference.changed()) {
            Element element = placed.element();
            rows.add(document(project, revision, element, placed.position(), element.document()));
        }
        for (Element element : difference.removed()) {
            rows.add(document(project, revision, element, 0, null));
        }
        store.insert("meta_documents", rows);
    }

    private static Map<String, @Nullable Object> document(
            String project,
            long revision,
            Element element,
            int position,
            @Nullable String document) {
        return new Row(project)
                .with("element", element.id())
                .with("revision", revision)
                .with("kind", element.kind())
                .with("position", position)
                .with("document", document)
                .values();
    }

    private void revision(String project, long number, String label, Author author) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("project", project);
        row.put("number", number);
        row.put("author", author.id());
        row.put("author_name", author.name());
        row.put("at", store.time(clock.instant()));
        row.put("label", label);
        store.insert("meta_revisions", row);
        audit.add(project, author.id(), author.name(), "Changed the model", number + " " + label);
    }

    private RefusedException newer(String project, long newest) {
        Optional<Revision> revision = revisions(project, 1).stream().findFirst();
        String who = revision.map(Revision::author).orElse("Somebody");
        RefusedException refused =
                Refusal.NEWER_REVISION
                        .because(
                                who + " changed the model in the meantime; nothing was saved.",
                                "Load the newest revision and make your change again.")
                        .with("revision", newest)
                        .with("author", who);
        return revision.map(r -> refused.with("at", r.at().toString())).orElse(refused);
    }

    private static RefusedException unknownRevision(long number) {
        return Refusal.UNKNOWN_REVISION.because("There is no revision " + number + ".", "");
    }

    private Revision revision(ResultSet rows) throws SQLException {
        return new Revision(
                rows.getLong("number"),
                MetaStore.text(rows, "author_name"),
                store.requiredTime(rows, "at"),
                MetaStore.text(rows, "label"));
    }
}
