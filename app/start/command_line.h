// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked for on the command line: the options of every command, and which of them is to be run. Main thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

namespace kpwatch {

// Where a command runs: as it is, in a terminal, painting without a display, or in a window.
enum class Runs { Plain, InTerminal, Offscreen, InWindow };

class CommandLine {
  public:
    CommandLine();
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // Nothing if there is something to run. Else what there was to say has been said (help, version, a wrong word), and
    // this is the exit code.
    std::optional<int> parse(int argc, char** argv);

    Runs where() const;
    // Does what was asked for; needs an application of the kind where() names. The default is used where no --history
    // was given. Returns the exit code; throws as the commands do.
    int run(const std::filesystem::path& default_history);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
