// The outcome follows from the faults; it is written out for whoever reads no list.
#include "sync/wire/self_test.h"

#include "sync/wire/message.h"

namespace wv::wire {
namespace {

constexpr std::string_view well = "goed", wrong = "fout";

bool is_fault_word(std::string_view word) {
  return !word.empty() && word.size() <= model::longest_self_test_fault &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

std::vector<std::string> read_faults(const Node& list) {
  std::vector<std::string> faults;
  for (const Json& item : list.items()) {
    if (!item.text() || !is_fault_word(*item.text())) {
      list.say("holds something that is no word of small letters and dashes");
      return {};
    }
    faults.push_back(*item.text());
  }
  if (faults.size() > model::most_self_test_faults) list.say("too many");
  return faults;
}

}  // namespace

Json to_json(const model::SelfTest& test) {
  return Json::object(
      {{"op", base::to_rfc3339(test.at)},
       {"uitslag", test.faults.empty() ? well : wrong},
       {"fouten", array_of(test.faults, [](const std::string& fault) { return Json(fault); })}});
}

model::SelfTest read_self_test(Members& members) {
  model::SelfTest test;
  if (const auto at = members.find("op", Need::Required)) test.at = at->instant();
  if (const auto faults = members.find("fouten", Need::Required)) test.faults = read_faults(*faults);
  if (const auto outcome = members.find("uitslag", Need::Required);
      outcome && outcome->text() != (test.faults.empty() ? well : wrong))
    outcome->say("does not follow from the faults");
  return test;
}

base::Bytes to_bytes(const model::SelfTest& test) {
  return message_bytes(to_json(test));
}

base::Result<model::SelfTest> read_self_test(base::ByteView bytes) {
  return read_message(bytes, 2048, Unknown::Refused,
                      [](Members& members) { return read_self_test(members); });
}

}  // namespace wv::wire
