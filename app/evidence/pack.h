// SPDX-License-Identifier: GPL-3.0-or-later
// THE DOOR of evidence packs: an incident with everything it is made of, in a bag that others can check without us, and
// the way back. Both block for seconds and may run in any thread; the record is only read.
#pragma once

#include "app/errors.h"
#include "app/evidence/observation_file.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace kpwatch {

struct Attachment { // what somebody else has drawn of it: "chart.png"
    std::string name, bytes;
};

struct PackOrder {
    std::filesystem::path history;
    std::string incident;                   // its id
    std::filesystem::path output;           // FILE.zip, or a folder that is made
    bool replace = false;                   // a file of that name was to be replaced
    std::string label = "another computer"; // what the vantage is called; "the Courier, Berlin" if somebody wants to
    std::string organization{};             // of bag-info.txt; empty: left out
    std::vector<Attachment> attachments{};
    std::string language{}; // that these speak: "ko"
};

// Told how far it is (0 to 1), from the thread that packs or checks; asked to stop now and then.
struct PackWork {
    std::function<void(double share)> progress;
    std::stop_token stop;
};

struct PackRemark { // what whoever hands it on should know
    enum class Kind { ShortBefore, AnotherTarget, AnswersByHash, ToldOtherwise, NotSealed };
    Kind kind;
    std::string target{}; // of AnotherTarget: its name
};

struct PackMade {
    std::filesystem::path file;
    std::uintmax_t bytes = 0; // of the .zip, or of the payload of a folder
    std::uint64_t observations = 0;
    std::vector<PackRemark> remarks;
};

// Nothing if it was stopped: then nothing is left of it. Throws InputError (no such incident, no place for the file,
// too long for a pack), StorageError.
std::optional<PackMade> packIncident(const PackOrder& order, const PackWork& work = {});
// What has to be known to pack it once more: label, organization, whether there was a chart, and in which language; for
// the list of what went out.
std::string packAgainText(const PackOrder& order);
struct PackAgain {
    std::string label, organization;
    bool chart = true;
    std::string language{}; // empty: not recorded
};
PackAgain packAgain(const std::string& text);               // of what is no such text: as it is usual
std::string suggestedPackName(const std::string& incident); // "incident-20260305-171700.kpwatch.zip"

struct PackVerdict {
    std::vector<std::string> faults; // one sentence each; none: it is what was packed, and the incident follows from it
    std::string incident, vantage, program; // ids, and who packed it; empty if it does not say
    std::string label{};                    // what the vantage is called, a stranger's word
    std::uint64_t observations = 0, events = 0;
    std::uint64_t overtaken = 0; // checks that a clock wrote before it was set back over them: never taken in
    std::uint64_t readings = 0, answers = 0; // of public sources
    int sealedDays = 0;                      // whole days that agree with their seals
    std::uint64_t unsealed = 0;              // rows of those days that no seal covers yet
    std::string lastSeal;                    // hash of the last seal in it, to be compared with what was published
    // All faults are of what follows from its rows by the rules of this program: another, which packed it, may have
    // judged otherwise. Its hashes and seals agree.
    bool judgedOtherwise = false;
    bool ours = false; // of the record that it was asked for: that takes none of its own in
    bool intact() const { return faults.empty(); }
};

// Of a .zip or a folder. Throws InputError if it is no pack, or must not be opened; StorageError.
PackVerdict checkedPack(const std::filesystem::path& path, const PackWork& work = {});

bool looksLikePack(const std::filesystem::path& path); // by its first bytes or its bagit.txt

// The rows of a pack that is what was packed, and the settings that were in force when its incident began. Throws
// InputError with the first fault, in a sentence.
struct PackRows {
    ObservationFile file;
    Settings settings;
};
PackRows rowsOfPack(const std::filesystem::path& path);

} // namespace kpwatch
