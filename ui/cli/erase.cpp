// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/erase.h"
#include "app/history/history_reader.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"
#include "ui/remembered.h"
#include "ui/settings/keychain.h"

#include <iostream>

namespace kpwatch {
namespace {

constexpr const char* confirmation = "erase everything";

std::string answerTo(const std::string& question) {
    std::cerr << question << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer;
}

void tell(const CommonOptions& common, const Erasable& found) {
    std::cerr << "This erases for good, in " << common.history.string() << ": the record, its backups and damaged "
              << "copies, notes and the list of exports (" << found.files.size() << " files, " << (found.bytes >> 10U)
              << " KiB), what the window remembers, and the secrets that it left in this desktop's keychain. Charts, "
                 "files and copies of the record elsewhere stay; so does what the disk or backups of this computer "
                 "still hold.\n";
    for (const std::filesystem::path& file : found.left)
        std::cerr << "Not ours, and left: " << file.string() << '\n';
}

} // namespace

int runErase(const CommonOptions& common, const EraseOptions& options) {
    if (!options.everything)
        throw InputError("erase needs --everything: there is nothing else that it erases");
    const Erasable found = erasable(common.history);
    tell(common, found);
    if (HistoryReader::exists(common.history)) {
        const std::string file = answerTo("Export the observations first? A file ending in .jsonl or .csv, or Enter to "
                                          "go on without: ");
        if (!file.empty() && isErasedWith(common.history, file))
            throw InputError(file + " would be erased with the rest: name a file in another folder");
        if (!file.empty())
            runExport({.history = common.history, .settings = common.settings},
                      {.range = {.from = "1970-01-01T00:00:00Z"}, .output = file});
    }
    if (answerTo(std::string("Type '") + confirmation + "' to do it: ") != confirmation) {
        std::cerr << "Nothing was erased.\n";
        return 1;
    }
    eraseEverything(common.history);
    forgetRemembered();
    if (!forgetSecrets())
        std::cerr << "No keychain answered here. If you gave the window a token or a password, erase once more in a "
                     "terminal of that desktop.\n";
    if (common.json)
        std::cout << documentText({{"files", found.files.size()}, {"bytes", found.bytes}});
    else
        std::cout << "Everything is erased.\n";
    return 0;
}

} // namespace kpwatch
