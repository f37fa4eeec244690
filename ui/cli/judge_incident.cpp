// SPDX-License-Identifier: GPL-3.0-or-later
// `incident ID --merge OTHER --reason TEXT` and its like: what a person says about an incident, and their own notes.
#include "app/desk/notes.h"
#include "app/errors.h"
#include "app/watch/edit_door.h"
#include "ui/cli/opened_incidents.h"
#include "ui/cli/time_argument.h"

#include <iostream>

namespace kpwatch {

namespace {

Judgement judgementFrom(const std::string& id, const JudgeOptions& options) {
    const UtcTime now = utcNow();
    Judgement judgement;
    judgement.at = now;
    judgement.incident = id;
    judgement.reason = options.reason;
    int given = 0;
    const auto choose = [&](bool wanted, Hand hand) {
        if (wanted) {
            judgement.hand = hand;
            ++given;
        }
    };
    choose(!options.merge.empty(), Hand::Merge);
    choose(!options.splitAt.empty(), Hand::Split);
    choose(!options.window.empty(), Hand::Window);
    choose(!options.exclude.empty(), Hand::Exclude);
    choose(options.falseAlarm, Hand::FalseAlarm);
    choose(options.undo > 0, Hand::Undo);
    if (given > 1)
        throw InputError("one thing at a time: --merge, --split-at, --window, --exclude, --false-alarm and --undo are "
                         "said one by one, each with its reason");
    judgement.other = options.merge.empty() ? options.exclude : options.merge;
    judgement.undoes = options.undo;
    if (!options.splitAt.empty())
        judgement.from = parseTimeArgument(options.splitAt, "--split-at", now);
    if (!options.window.empty()) {
        judgement.from = parseTimeArgument(options.window.front(), "--window", now);
        judgement.to = parseTimeArgument(options.window.back(), "--window", now);
    }
    return judgement;
}

// The name that the incident bears: what was typed may be an older one.
std::optional<std::string> nameIn(const OpenedIncidents& log, const std::string& id) {
    const Incident* const incident = findIncident(log.incidents, id);
    return incident == nullptr ? std::nullopt : std::optional(incident->id);
}

} // namespace

bool JudgeOptions::any() const {
    return !merge.empty() || !splitAt.empty() || !window.empty() || !exclude.empty() || falseAlarm || undo > 0;
}

int runJudge(const CommonOptions& common, const std::string& id, const JudgeOptions& options) {
    {
        const OpenedIncidents log = openIncidents(common);
        const auto name = nameIn(log, id);
        if (!name)
            return noSuchIncident(id);
        Judgement judgement = judgementFrom(*name, options);
        if (judgement.hand == Hand::Merge)
            judgement.other = nameIn(log, judgement.other).value_or(judgement.other);
        if (const auto refusal = refusalOf(log.opened.reader, log.question(), judgement))
            throw InputError(judgement.reason.empty() ? *refusal + ": add --reason TEXT" : *refusal);
        sayInRecord(common.history, judgement);
    }
    return runIncident(common, id);
}

int runNotes(const CommonOptions& common, const std::string& id, const NoteOptions& options) {
    const Notes notes(common.history);
    if (options.erase > 0 && !notes.erase(options.erase)) {
        std::cerr << "kpwatch: there is no note " << options.erase << ": 'kpwatch incident ID' lists them\n";
        return 1;
    }
    if (!options.text.empty() || !options.link.empty()) {
        const auto name = nameIn(openIncidents(common), id);
        if (!name)
            return noSuchIncident(id);
        const auto add = [&](NoteKind kind, const std::string& text) {
            if (!text.empty())
                notes.add({.id = 0, .at = utcNow(), .incident = *name, .kind = kind, .text = text});
        };
        add(NoteKind::Text, options.text);
        add(NoteKind::Link, options.link);
    }
    return runIncident(common, id);
}

} // namespace kpwatch
