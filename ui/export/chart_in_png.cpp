// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_in_png.h"

#include "app/errors.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <optional>
#include <zlib.h>

namespace kpwatch {

namespace {

constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr qint64 longestChunk = 4 * static_cast<qint64>(longestChartExport); // of text; packed it is shorter
constexpr qint64 typeBytes = 4, sumBytes = 4;

struct Chunk {
    QByteArray type, data; // the data of what holds no text is left out
};

bool holdsText(const QByteArray& type) { return type == "tEXt" || type == "zTXt" || type == "iTXt"; }

// PNG (ISO 15948) 5.3: length, type, data, CRC over type and data. Nothing at the end, or where they do not agree.
std::optional<Chunk> nextChunk(QIODevice& png) {
    const QByteArray begin = png.read(sizeof(quint32) + typeBytes);
    if (begin.size() < static_cast<qsizetype>(sizeof(quint32)) + typeBytes)
        return std::nullopt;
    const qint64 length = qFromBigEndian<quint32>(begin.constData());
    Chunk chunk{begin.last(typeBytes), {}};
    if (!holdsText(chunk.type) || length > longestChunk)
        return png.skip(length + sumBytes) == length + sumBytes ? std::optional(chunk) : std::nullopt;
    chunk.data = png.read(length);
    const QByteArray sum = png.read(sumBytes);
    const QByteArray summed = chunk.type + chunk.data;
    const uLong right = crc32(0, reinterpret_cast<const Bytef*>(summed.constData()), static_cast<uInt>(summed.size()));
    if (chunk.data.size() != length || sum.size() != sumBytes || qFromBigEndian<quint32>(sum.constData()) != right)
        return std::nullopt;
    return chunk;
}

// Empty if it is longer than any of ours: some bytes can be packed that fill the memory.
QByteArray unpacked(QByteArray packed) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return {};
    QByteArray text(static_cast<qsizetype>(longestChartExport), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    text.truncate(whole ? text.size() - static_cast<qsizetype>(stream.avail_out) : 0);
    inflateEnd(&stream);
    return text;
}

// What stands before the next zero byte, which is taken away with it.
QByteArray word(QByteArray& data) {
    const qsizetype end = data.indexOf('\0');
    const QByteArray begin = data.first(end < 0 ? data.size() : end);
    data = end < 0 ? QByteArray() : data.sliced(end + 1);
    return begin;
}

// 11.3.4: the text of our key, as UTF-8; empty if the chunk is another's. tEXt and zTXt are Latin-1.
std::string ourText(Chunk chunk) {
    if (word(chunk.data) != chartKey)
        return {};
    if (chunk.type == "tEXt")
        return QString::fromLatin1(chunk.data).toStdString();
    if (chunk.type == "zTXt") // after the number of the one method there is
        return QString::fromLatin1(unpacked(chunk.data.mid(1))).toStdString();
    const bool packed = chunk.data.startsWith('\1');
    chunk.data = chunk.data.mid(2);
    word(chunk.data); // language
    word(chunk.data); // the key in that language
    return (packed ? unpacked(chunk.data) : chunk.data).toStdString();
}

} // namespace

ChartExport readChart(const QString& file) {
    const std::string name = file.toStdString();
    const QFileInfo info(file);
    if (!info.isFile())
        throw InputError(name + ": there is no such file; check its path");
    if (info.size() > largestFile)
        throw InputError(name + ": is larger than 64 MiB; this is no chart of ours");
    QFile png(file);
    if (!png.open(QIODevice::ReadOnly))
        throw InputError(name + ": cannot be opened (" + png.errorString().toStdString() + "); check its permissions");
    return chartIn(png, name);
}

ChartExport chartIn(QIODevice& png, const std::string& name) {
    std::string text;
    if (png.read(8) == "\x89PNG\r\n\x1a\n")
        for (auto chunk = nextChunk(png); chunk && text.empty() && chunk->type != "IDAT"; chunk = nextChunk(png))
            text = ourText(std::move(*chunk));
    if (text.empty())
        throw InputError(name + ": carries nothing that says what it shows: it is no PNG that KPWatch saved, or "
                                "somebody saved it anew without that; open the original file");
    return parseChartExport(text, name);
}

} // namespace kpwatch
