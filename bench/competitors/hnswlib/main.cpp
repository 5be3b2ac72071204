// The other side of `bench vectors`: builds hnswlib's index of the vectors in a file, says what that took, and answers for each line "EF FILE" on its input:
// searches all questions once, writes the ids of the ten nearest of each to FILE, and prints the seconds of the searches.
#include <hnswlib/hnswlib.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr size_t kNearest = 10;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double resident_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmRSS:", 0) == 0) return std::stod(line.substr(6)) / 1000;
  return 0;
}

template <typename T>
void read(std::ifstream& file, T* to, size_t count) {
  file.read(reinterpret_cast<char*>(to), static_cast<std::streamsize>(count * sizeof(T)));
  if (!file) throw std::runtime_error("the file of vectors is cut short");
}

}  // namespace

int main(int, char** arguments) {
  std::ifstream file(arguments[1], std::ios::binary);
  int32_t header[3];
  read(file, header, 3);
  const size_t count = header[0], questions = header[1], dimensions = header[2];
  std::vector<float> asked(questions * dimensions), vector(dimensions);
  read(file, asked.data(), asked.size());

  const double before = resident_megabytes();
  hnswlib::InnerProductSpace space(dimensions);
  hnswlib::HierarchicalNSW<float> index(&space, count, std::stoul(arguments[2]), std::stoul(arguments[3]));
  double building = 0;
  for (size_t i = 0; i < count; i++) {
    read(file, vector.data(), dimensions);
    const auto start = std::chrono::steady_clock::now();
    index.addPoint(vector.data(), i);
    building += seconds_since(start);
  }
  std::cout << building << ' ' << resident_megabytes() - before << std::endl;

  std::string found_file;
  for (size_t ef; std::cin >> ef >> found_file;) {
    index.setEf(ef);
    std::vector<int32_t> found(questions * kNearest, -1);
    const auto start = std::chrono::steady_clock::now();
    for (size_t i = 0; i < questions; i++) {
      auto nearest = index.searchKnn(asked.data() + i * dimensions, kNearest);
      for (size_t place = 0; !nearest.empty(); nearest.pop()) found[i * kNearest + place++] = static_cast<int32_t>(nearest.top().second);
    }
    const double seconds = seconds_since(start);
    std::ofstream(found_file, std::ios::binary).write(reinterpret_cast<char*>(found.data()), static_cast<std::streamsize>(found.size() * sizeof(int32_t)));
    std::cout << seconds << std::endl;
  }
}
