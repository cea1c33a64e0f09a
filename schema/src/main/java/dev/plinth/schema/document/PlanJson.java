package dev.plinth.schema.document;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Plan;
import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as JSON: for programs to read, and as a file that can be run later. A file holds the model
 * too, because the plan is made again before it runs and must come out the same.
 */
public final class PlanJson {
    private static final int FORMAT = 1;

    private PlanJson() {}

    /**
     * A plan that was kept in a file.
     *
     * @param online whether it lets others wait as little as possible
     * @param fingerprint of the plan that was shown
     * @param answers that it was made with
     */
    public record Kept(
            String dialect, boolean online, String fingerprint, Model model, Answers answers) {}

    /**
     * @param findings what the live data answered to the plan's preflights
     */
    public static String write(Plan plan, List<Finding> findings) {
        return JsonWriter.write(plan(plan, findings, new MappingBuilder(true)));
    }

    /** As {@link #write}, with the model it leads to and what people said about its questions. */
    public static String writeFile(
            Plan plan, List<Finding> findings, Model model, Answers answers) {
        MappingBuilder file = new MappingBuilder(true).tree("planFormat", number(FORMAT));
        file.tree("model", ModelJson.tree(model));
        file.names("renamed", texts(answers.renamed()));
        file.names("notRenamed", texts(answers.others()));
        return JsonWriter.write(plan(plan, findings, file)) + "\n";
    }

    /** Whether a text is a plan rather than a model, judging by its first property. */
    public static boolean isPlan(String text) {
        return text.stripLeading().startsWith("{\"planFormat\":");
    }

    /**
     * Reads what {@link #writeFile} wrote.
     *
     * @throws dev.plinth.schema.problem.PlinthException with every problem of the text
     */
    public static Kept readFile(String file, String text) {
        Findings findings = new Findings();
        Tree.Mapping root =
                ModelReader.root(JsonReader.read(file, text, findings), findings)
                        .orElseGet(
                                () -> new Tree.Mapping(new Place(file, 1), List.of(), Style.BLOCK));
        findings.raise();
        Fields fields = new Fields(root, "", "The plan", findings);
        String format = fields.required("planFormat");
        if (!format.equals(String.valueOf(FORMAT))) {
            findings.error(
                    DocumentCode.NEWER_FORMAT,
                    fields.place(),
                    "",
                    "The plan is written in format " + format + ".",
                    DocumentCode.NEWER_FORMAT.remedy());
        }
        String dialect = fields.required("dialect");
        String fingerprint = fields.required("fingerprint");
        ModelReader reader = new ModelReader(findings);
        Optional<Tree> model = fields.tree("model");
        if (model.isEmpty()) {
            fields.missing("model");
        }
        ModelReader.root(model, findings).ifPresent(reader::addRoot);
        ModelDocument document = reader.byId();
        Answers answers = new Answers(pairs(fields, "renamed"), pairs(fields, "notRenamed"));
        findings.raise();
        return new Kept(
                dialect, fields.flag("online", false), fingerprint, document.model(), answers);
    }

    private static List<String> texts(Set<Answers.Pair> pairs) {
        return pairs.stream().map(Answers.Pair::toString).sorted().toList();
    }

    private static Set<Answers.Pair> pairs(Fields fields, String key) {
        return fields.scalars(key).stream()
                .flatMap(s -> Answers.Pair.parse(s.text()).stream())
                .collect(Collectors.toSet());
    }

    private static Tree.Mapping plan(Plan plan, List<Finding> findings, MappingBuilder tree) {
        List<Tree.Scalar> consent =
                plan.steps().stream()
                        .map(Step::risk)
                        .filter(Risk::needsConsent)
                        .distinct()
                        .sorted()
                        .map(r -> MappingBuilder.text(word(r)))
                        .toList();
        return tree.always("dialect", plan.dialect())
                .flag("online", plan.online(), false)
                .always("fingerprint", plan.fingerprint())
                .flag("empty", plan.isEmpty(), false)
                .list("steps", plan.steps().stream().map(s -> step(s, findings)).toList())
                .list("questions", plan.questions().stream().map(PlanJson::question).toList())
                .list("notes", plan.notes().stream().map(PlanJson::problem).toList())
                .list("consent", consent)
                .flag("blocked", findings.stream().anyMatch(Finding::blocks), false)
                .build(Style.BLOCK);
    }

    private static Tree.Mapping step(Step step, List<Finding> findings) {
        return new MappingBuilder(true)
                .tree("number", number(step.number()))
                .always("kind", kind(step.change()))
                .always("title", step.title())
                .always("on", step.change().on().toString())
                .always("risk", word(step.risk()))
                .tree("cost", cost(step.cost()))
                .always("loss", step.loss())
                .names("sql", step.sql())
                .flag("repeated", step.repeated(), false)
                .names("reverse", step.reverse())
                .list(
                        "preflights",
                        findings.stream()
                                .filter(f -> f.step() == step.number())
                                .map(PlanJson::finding)
                                .toList())
                .build(Style.BLOCK);
    }

    private static Tree.Mapping cost(Cost cost) {
        return new MappingBuilder(true)
                .always("work", word(cost.work()))
                .always("blocks", word(cost.blocks()))
                .always("instead", cost.instead())
                .build(Style.BLOCK);
    }

    private static Tree.Mapping finding(Finding finding) {
        return new MappingBuilder(true)
                .always("question", finding.preflight().question())
                .tree("count", number(finding.count()))
                .flag("blocking", finding.preflight().blocking(), false)
                .names("examples", finding.examples())
                .build(Style.BLOCK);
    }

    private static Tree.Mapping question(Question question) {
        return new MappingBuilder(true)
                .always("kind", question.kind().name().toLowerCase(Locale.ROOT))
                .always("on", question.on().toString())
                .always("from", question.from())
                .always("to", question.to())
                .always("why", question.why())
                .list(
                        "answers",
                        question.answers().stream()
                                .map(
                                        a ->
                                                new MappingBuilder(true)
                                                        .always("answer", a.answer())
                                                        .always("title", a.title())
                                                        .always("option", a.option())
                                                        .build(Style.BLOCK))
                                .toList())
                .build(Style.BLOCK);
    }

    private static Tree.Mapping problem(Problem problem) {
        return new MappingBuilder(true)
                .always("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .always("code", problem.code())
                .always("path", problem.path())
                .always("message", problem.message())
                .always("hint", problem.hint())
                .build(Style.BLOCK);
    }

    private static Tree.Scalar number(long number) {
        return new Tree.Scalar(new Place("", 0), String.valueOf(number), Kind.LITERAL);
    }

    /** {@code AddColumn} is {@code addColumn}. */
    private static String kind(Change change) {
        String name = change.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code DATA_DEPENDENT} is {@code data-dependent}. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
