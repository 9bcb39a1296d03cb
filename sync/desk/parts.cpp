// How the parts of a page are written: labels tied to fields, mistakes beside them and on top, tables with
// captions.
#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

const Mistake* mistake_of(const Mistakes& mistakes, std::string_view field) {
  for (const auto& mistake : mistakes)
    if (mistake.field == field) return &mistake;
  return nullptr;
}

// Label, hint and mistake around a control; the control says which of them describe it.
Html labelled(const Field& field, const Mistake* mistake, const Html& control) {
  Html inside = el("label", {{"for", field.name}}, {field.label});
  if (!field.hint.empty())
    inside += el("p", {{"class", "hint"}, {"id", field.name + "-uitleg"}}, {field.hint});
  if (mistake)
    inside += el("p", {{"class", "mistake"}, {"id", field.name + "-fout"}},
                 {el("span", {{"class", "hidden"}}, {"Fout: "}), mistake->words});
  return el("div", {{"class", mistake ? "field wrong" : "field"}}, {inside, control});
}

Attributes control_attributes(const Field& field, const Mistake* mistake) {
  Attributes attributes = {{"id", field.name}, {"name", field.name}};
  std::string described;
  if (!field.hint.empty()) described = field.name + "-uitleg";
  if (mistake) described += (described.empty() ? "" : " ") + field.name + "-fout";
  if (!described.empty()) attributes.push_back({"aria-describedby", described});
  if (mistake) attributes.push_back({"aria-invalid", "true"});
  attributes.insert(attributes.end(), field.more.begin(), field.more.end());
  return attributes;
}

}  // namespace

Html mistakes_on_top(const Mistakes& mistakes) {
  if (mistakes.empty()) return {};
  Html items;
  for (const auto& [field, words] : mistakes)
    items += el("li", {}, {field.empty() ? Html(words) : link("#" + field, words)});
  return el("div", {{"class", "summary"}, {"role", "alert"}, {"tabindex", "-1"}, {"id", "fouten"}},
            {el("h2", {}, {"Er klopt iets niet"}), el("ul", {}, {items})});
}

Html text_field(const Field& field, const Mistakes& mistakes) {
  const auto* mistake = mistake_of(mistakes, field.name);
  auto attributes = control_attributes(field, mistake);
  if (!field.value.empty()) attributes.push_back({"value", field.value});
  return labelled(field, mistake, el("input", attributes));
}

Html long_text_field(const Field& field, const Mistakes& mistakes) {
  const auto* mistake = mistake_of(mistakes, field.name);
  return labelled(field, mistake, el("textarea", control_attributes(field, mistake), {field.value}));
}

std::vector<Choice> choices_of(const std::map<std::string, std::string>& names, std::string none) {
  std::vector<Choice> choices = {{"", std::move(none)}};
  for (const auto& [id, name] : names) choices.push_back({id, name.empty() ? id : name});
  return choices;
}

Html choice_field(const Field& field, const std::vector<Choice>& choices, const Mistakes& mistakes) {
  const auto* mistake = mistake_of(mistakes, field.name);
  Html options;
  for (const auto& [value, label] : choices) {
    Attributes attributes = {{"value", value}};
    if (value == field.value) attributes.push_back({"selected"});
    options += el("option", attributes, {label});
  }
  return labelled(field, mistake, el("select", control_attributes(field, mistake), {options}));
}

Html hidden_field(std::string name, std::string value) {
  return el("input", {{"type", "hidden"}, {"name", std::move(name)}, {"value", std::move(value)}});
}

Html button(const std::string& label, Attributes more) {
  Attributes attributes = {{"type", "submit"}};
  attributes.insert(attributes.end(), more.begin(), more.end());
  return el("button", attributes, {label});
}

Html link(std::string address, const Html& words) {
  return el("a", {{"href", std::move(address)}}, {words});
}

Html post_form(const Visit& visit, std::string action, std::initializer_list<Html> children) {
  Html inside = hidden_field("_bewijs", visit.form_token);
  for (const auto& child : children) inside += child;
  return el("form", {{"method", "post"}, {"action", std::move(action)}}, {inside});
}

Html heading(const std::string& words) {
  return el("h1", {}, {words});
}

Html section(const std::string& words, std::initializer_list<Html> children) {
  Html inside = el("h2", {}, {words});
  for (const auto& child : children) inside += child;
  return el("section", {{"class", "card"}}, {inside});
}

Html paragraph(const Html& words) {
  return el("p", {}, {words});
}

Html notice(const Html& words) {
  return el("div", {{"class", "notice"}, {"role", "status"}}, {el("p", {}, {words})});
}

Html warning(const Html& words) {
  return el("div", {{"class", "warning"}}, {el("p", {}, {words})});
}

Html badge(const std::string& tint, const std::string& words) {
  return el("span", {{"class", "badge " + tint}}, {words});
}

Html table(const Table& table) {
  Html heads, rows;
  for (const auto& head : table.heads) heads += el("th", {{"scope", "col"}}, {head});
  for (const auto& row : table.rows) {
    Html cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Attributes attributes = {{"data-kop", table.heads[i]}};
      cells +=
          i == 0 ? el("th", {{"scope", "row"}, attributes[0]}, {row[i]}) : el("td", attributes, {row[i]});
    }
    rows += el("tr", {}, {cells});
  }
  return el("div",
            {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", table.caption}},
            {el("table", {},
                {el("caption", {}, {table.caption}), el("thead", {}, {el("tr", {}, {heads})}),
                 el("tbody", {}, {rows})})});
}

Html facts(const std::vector<std::pair<std::string, Html>>& facts) {
  Html list;
  for (const auto& [term, description] : facts)
    list += el("div", {}, {el("dt", {}, {term}), el("dd", {}, {description})});
  return el("dl", {{"class", "facts"}}, {list});
}

}  // namespace wv::desk
