// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/page_carver.h"

#include "app/history/database.h"

#include <algorithm>

namespace kpwatch {
namespace {

constexpr unsigned char interiorIndex = 2, interiorTable = 5, leafIndex = 10, leafTable = 13;
constexpr std::size_t fileHeader = 100, logHeader = 32, frameHeader = 24;
constexpr std::uint64_t longestPayload = 1U << 20U; // no row of ours comes near

std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < length; ++i)
        number = number << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return number;
}

// SQLite's variable-length integer; moves `at` behind it.
std::optional<std::uint64_t> varint(std::string_view bytes, std::size_t& at) {
    std::uint64_t number = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (i == 8)
            return number << 8U | byte;
        number = number << 7U | (byte & 127U);
        if (byte < 128)
            return number;
    }
    return std::nullopt;
}

std::size_t sizeOf(std::uint64_t type) {
    constexpr std::size_t sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < 12 ? sizes[type] : static_cast<std::size_t>((type - 12) / 2);
}

CarvedValue valueOf(std::uint64_t type, std::string_view bytes) {
    CarvedValue value;
    if (type >= 12) {
        value.kind = type % 2 == 0 ? CarvedValue::Kind::Blob : CarvedValue::Kind::Text;
        value.bytes = bytes;
    } else if (type == 7) {
        value.kind = CarvedValue::Kind::Real;
    } else if (type > 0) {
        value.kind = CarvedValue::Kind::Integer;
        value.integer = static_cast<std::int64_t>(bigEndian(bytes, 0, bytes.size()));
        if (!bytes.empty() && bytes.size() < 8 && (static_cast<unsigned char>(bytes[0]) & 128U) != 0)
            value.integer -= std::int64_t{1} << (8 * bytes.size());
        if (type == 9)
            value.integer = 1;
    }
    return value;
}

// The values of a record, if its header and its length agree to the byte.
std::optional<std::vector<CarvedValue>> valuesOf(std::string_view record) {
    std::size_t at = 0;
    const std::optional<std::uint64_t> header = varint(record, at);
    if (!header || *header > record.size() || *header < 2)
        return std::nullopt;
    std::vector<CarvedValue> values;
    std::size_t body = static_cast<std::size_t>(*header);
    while (at < *header) {
        const std::optional<std::uint64_t> type = varint(record, at);
        if (!type || *type == 10 || *type == 11 || at > *header || *type > 2 * longestPayload ||
            sizeOf(*type) > record.size() - body)
            return std::nullopt;
        values.push_back(valueOf(*type, record.substr(body, sizeOf(*type))));
        body += sizeOf(*type);
    }
    return body == record.size() ? std::optional(std::move(values)) : std::nullopt;
}

std::string readAt(std::ifstream& file, std::int64_t offset, std::size_t length) {
    std::string bytes(length, '\0');
    file.clear();
    file.seekg(offset);
    file.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

} // namespace

PageCarver::PageCarver(const std::filesystem::path& file)
    : m_file(file, std::ios::binary), m_log(suffixed(file, "-wal"), std::ios::binary) {
    readHeader();
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    m_pages = failed ? 0 : static_cast<std::int64_t>((bytes + m_pageBytes - 1) / m_pageBytes);
    readLog();
    readFreeList();
}

void PageCarver::readHeader() {
    const std::string header = readAt(m_file, 0, fileHeader);
    std::uint64_t bytes = bigEndian(header, 16, 2);
    if (!header.starts_with("SQLite format 3")) {
        const std::string log = readAt(m_log, 0, logHeader);
        bytes = (bigEndian(log, 0, 4) & ~std::uint64_t{1}) == 0x377f0682 ? bigEndian(log, 8, 4) : 0;
    }
    if (bytes >= 512 && bytes <= 32768 && (bytes & (bytes - 1)) == 0)
        m_pageBytes = static_cast<std::size_t>(bytes);
}

// Frames of the present round (their salt is the header's) up to the last commit. Checksums are left alone: a page that
// is partly damaged still has sound cells.
void PageCarver::readLog() {
    const std::string header = readAt(m_log, 0, logHeader);
    if (header.size() < logHeader)
        return;
    const std::string salt = header.substr(16, 8);
    std::vector<std::pair<std::int64_t, std::int64_t>> uncommitted;
    const auto step = static_cast<std::int64_t>(frameHeader + m_pageBytes);
    for (std::int64_t at = logHeader;; at += step) {
        const std::string frame = readAt(m_log, at, frameHeader);
        if (frame.size() < frameHeader || frame.substr(8, 8) != salt)
            return;
        const auto page = static_cast<std::int64_t>(bigEndian(frame, 0, 4));
        uncommitted.emplace_back(page, at + static_cast<std::int64_t>(frameHeader));
        if (bigEndian(frame, 4, 4) == 0)
            continue;
        for (const auto& [number, offset] : uncommitted)
            m_logged[number] = offset;
        uncommitted.clear();
    }
}

void PageCarver::readFreeList() {
    const std::string first = inForce(1);
    auto trunk = static_cast<std::int64_t>(bigEndian(first, 32, 4));
    while (trunk > 0 && m_free.insert(trunk).second) {
        const std::string page = inForce(trunk);
        const std::uint64_t leaves = std::min<std::uint64_t>(bigEndian(page, 4, 4), m_pageBytes / 4 - 2);
        for (std::uint64_t i = 0; i < leaves; ++i)
            m_free.insert(static_cast<std::int64_t>(bigEndian(page, 8 + 4 * i, 4)));
        trunk = static_cast<std::int64_t>(bigEndian(page, 0, 4));
    }
    m_freeKnown = first.starts_with("SQLite format 3") && m_free.size() == bigEndian(first, 36, 4);
}

std::string PageCarver::fromFile(std::int64_t page) {
    std::string bytes = readAt(m_file, (page - 1) * static_cast<std::int64_t>(m_pageBytes), m_pageBytes);
    return bytes.size() == m_pageBytes ? bytes : std::string();
}

std::string PageCarver::inForce(std::int64_t page) {
    const auto logged = m_logged.find(page);
    if (logged == m_logged.end())
        return fromFile(page);
    std::string bytes = readAt(m_log, logged->second, m_pageBytes);
    return bytes.size() == m_pageBytes ? bytes : std::string();
}

void PageCarver::visit(const std::function<void(const CarvedRecord&)>& visit) {
    const std::string first = inForce(1);
    const auto promised = static_cast<std::int64_t>(first.starts_with("SQLite format 3") ? bigEndian(first, 28, 4) : 0);
    std::int64_t last = m_pages;
    for (const auto& logged : m_logged)
        last = std::max(last, logged.first);
    m_damaged = std::max<std::int64_t>(0, promised - last); // cut off
    for (std::int64_t number = 1; number <= last; ++number) {
        const std::string page = inForce(number);
        if (page.empty()) {
            ++m_damaged;
            continue;
        }
        visitPage(page, number, m_free.contains(number), visit);
        if (m_logged.contains(number) && number <= m_pages)
            visitPage(fromFile(number), number, true, visit);
    }
    constexpr std::int64_t lockByte = 1 << 30; // its page is never used
    m_unknown.erase(lockByte / static_cast<std::int64_t>(m_pageBytes) + 1);
    for (const std::int64_t page : m_longValues)
        m_unknown.erase(page);
    m_damaged += m_freeKnown ? static_cast<std::int64_t>(m_unknown.size()) : 0; // else they may have been free
    m_pages = std::max(m_pages, promised);
}

void PageCarver::visitPage(std::string_view page, std::int64_t number, bool stale,
                           const std::function<void(const CarvedRecord&)>& visit) {
    const std::size_t header = number == 1 ? fileHeader : 0;
    if (page.size() < m_pageBytes)
        return;
    const auto type = static_cast<unsigned char>(page[header]);
    if (type != leafTable && type != leafIndex && type != interiorIndex) {
        if (!stale && type != interiorTable)
            m_unknown.insert(number); // one of a long value begins with the number of the next
        return;
    }
    const std::size_t pointers = header + (type == interiorIndex ? 12 : 8);
    const std::uint64_t cells = bigEndian(page, header + 3, 2);
    bool sound = pointers + 2 * cells <= page.size();
    for (std::uint64_t i = 0; i < cells && pointers + 2 * i + 2 <= page.size(); ++i) {
        std::size_t at =
            static_cast<std::size_t>(bigEndian(page, pointers + 2 * i, 2)) + (type == interiorIndex ? 4 : 0);
        CarvedRecord record;
        record.stale = stale;
        const std::optional<std::uint64_t> length = varint(page, at);
        if (type == leafTable)
            if (const std::optional<std::uint64_t> rowid = varint(page, at))
                record.rowid = static_cast<std::int64_t>(*rowid);
        std::optional<std::vector<CarvedValue>> values;
        if (length && *length <= longestPayload)
            if (const std::optional<std::string> bytes = payload(page, at, *length, type == leafTable))
                values = valuesOf(*bytes);
        if (values) {
            record.values = std::move(*values);
            visit(record);
        }
        sound = sound && values.has_value();
    }
    m_damaged += sound || stale ? 0 : 1;
}

// "Cell Payload Overflow Pages" of the format: how much of a record lies in its page.
std::optional<std::string> PageCarver::payload(std::string_view page, std::size_t at, std::uint64_t length,
                                               bool of_table) {
    const std::uint64_t usable = m_pageBytes;
    const std::uint64_t most = of_table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    std::uint64_t local = length;
    if (length > most) {
        const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
        local = least + (length - least) % (usable - 4);
        local = local <= most ? local : least;
    }
    if (at + local > page.size())
        return std::nullopt;
    std::string bytes(page.substr(at, static_cast<std::size_t>(local)));
    auto next = local < length ? bigEndian(page, at + static_cast<std::size_t>(local), 4) : 0;
    while (bytes.size() < length) {
        const std::string further = next == 0 ? std::string() : inForce(static_cast<std::int64_t>(next));
        if (further.empty())
            return std::nullopt;
        m_longValues.insert(static_cast<std::int64_t>(next));
        bytes +=
            further.substr(4, static_cast<std::size_t>(std::min<std::uint64_t>(length - bytes.size(), usable - 4)));
        next = bigEndian(further, 0, 4);
    }
    return bytes;
}

} // namespace kpwatch
