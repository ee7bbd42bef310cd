package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.problem.CentralProblem;

/** The rules of a role mapping as rows of a form: {@code value} beside the fields of {@link GrantForm}. */
final class MappingForm {

    private MappingForm() {}

    /** A row of the form. */
    public record Row(String value, GrantForm.Row grant) {}

    /** Returns the rows for a mapping, with empty ones at the end. */
    static List<Row> rows(RoleMapping mapping) {
        List<Row> rows = new ArrayList<>();
        mapping.rules()
                .forEach(rule -> rows.add(new Row(
                        rule.value(), GrantForm.rows(List.of(rule.grant())).getFirst())));
        GrantForm.rows(List.of()).forEach(empty -> rows.add(new Row("", empty)));
        return rows;
    }

    /** Reads the rows that name a role. */
    static Answer<RoleMapping> read(MultivaluedMap<String, String> form, List<StoredRole> roles) {
        List<String> values = form.getOrDefault("value", List.of());
        List<String> names = form.getOrDefault("role", List.of());
        if (values.size() != names.size()) {
            return Answer.failed(Problem.of(CentralProblem.BAD_CALL, "value"));
        }
        String claim = FormFields.name("claim", form.getFirst("claim"));
        return GrantForm.read(form, roles).map(grants -> {
            List<RoleMapping.Rule> rules = new ArrayList<>();
            List<Grant> left = new ArrayList<>(grants);
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).isEmpty()) {
                    rules.add(new RoleMapping.Rule(FormFields.name("value", values.get(i)), left.removeFirst()));
                }
            }
            return new RoleMapping(claim, rules, FormFields.version(form.getFirst("version")));
        });
    }
}
