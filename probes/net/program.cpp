// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/program.h"

#include "probes/net/socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kpwatch {

namespace {

constexpr std::size_t longestOutput = 16 * 1024;

class SpawnPlan {
  public:
    explicit SpawnPlan(int output) {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_files, output, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&m_files, output, STDERR_FILENO);
        // Our threads block signals, or the GUI changes them: the program begins as from a terminal.
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigaddset(&signals, SIGPIPE);
        sigaddset(&signals, SIGINT);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&m_files);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    std::optional<pid_t> start(const std::string& path, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), path);
        std::vector<char*> pointers;
        pointers.reserve(arguments.size() + 1);
        for (std::string& argument : arguments)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        std::string locale = "LC_ALL=C";
        std::array<char*, 2> environment{locale.data(), nullptr};
        pid_t pid = 0;
        const int error = posix_spawn(&pid, path.c_str(), &m_files, &m_attributes, pointers.data(), environment.data());
        return error == 0 ? std::optional(pid) : std::nullopt;
    }

  private:
    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

// True at the end of the output, false if it was given up before.
bool readToTheEnd(int fd, std::string& output, SteadyTime deadline, const StopSignal& stop) {
    while (output.size() < longestOutput && waitFor(fd, POLLIN, deadline, stop) == Wait::Ready) {
        std::array<char, 4096> buffer{};
        const ssize_t count = read(fd, buffer.data(), std::min(buffer.size(), longestOutput - output.size()));
        if (count == 0)
            return true;
        if (count > 0)
            output.append(buffer.data(), static_cast<std::size_t>(count));
        else if (errno != EAGAIN && errno != EINTR)
            return false;
    }
    return false;
}

} // namespace

ProgramRun runProgram(const std::string& path, const std::vector<std::string>& arguments, SteadyTime deadline,
                      const StopSignal& stop) {
    ProgramRun run;
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return run;
    const Socket output(ends[0]); // any descriptor closes itself so
    Socket input(ends[1]);
    const auto pid = SpawnPlan(input.fd()).start(path, arguments);
    input.reset();
    if (!pid)
        return run;
    run.started = true;
    run.ended = readToTheEnd(output.fd(), run.output, deadline, stop);
    // Who has closed its output has nothing more to tell us, so nothing is lost by not waiting for it.
    kill(*pid, SIGKILL);
    while (waitpid(*pid, nullptr, 0) < 0 && errno == EINTR) {}
    return run;
}

} // namespace kpwatch
