#include "rpc/message.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace stasis::rpc {
namespace {

using Kind = Message::Kind;

TEST(Message, Kinds) {
  const Message request = readMessage(R"({"jsonrpc":"2.0","id":"a","method":"m","params":{"x":[1]}})");
  EXPECT_EQ(request.kind, Kind::request);
  EXPECT_EQ(request.id, "\"a\"");
  EXPECT_EQ(request.method, "m");
  EXPECT_EQ((*request.parameters)["x"][0], 1);
  EXPECT_EQ(readMessage(R"({"jsonrpc":"2.0","method":"m"})").kind, Kind::notification);
  EXPECT_EQ(readMessage(R"({"jsonrpc":"2.0","id":3,"result":null})").kind, Kind::response);
}

TEST(Message, WhatIsWrongSaysSoWithTheIdWhereThereIsOne) {
  struct Case {
    std::string body;
    Failure failure;
    std::string id;
  };
  for (const Case& one :
       {Case{"", Failure::parse, "null"}, Case{"{", Failure::parse, "null"},
        Case{"{\"a\":\"\xff\"}", Failure::parse, "null"}, Case{"[]", Failure::invalidRequest, "null"},
        Case{"7", Failure::invalidRequest, "null"},
        Case{R"({"id":1,"method":"m"})", Failure::invalidRequest, "1"},
        Case{R"({"jsonrpc":"2.0","id":1})", Failure::invalidRequest, "1"},
        Case{R"({"jsonrpc":"2.0","id":{},"method":"m"})", Failure::invalidRequest, "null"},
        Case{R"({"jsonrpc":"2.0","id":1,"method":5})", Failure::invalidRequest, "1"},
        Case{R"({"jsonrpc":"2.0","id":1,"method":"m","params":5})", Failure::invalidRequest, "1"},
        Case{std::string(100000, '['), Failure::invalidRequest, "null"}}) {
    const Message message = readMessage(one.body);
    EXPECT_EQ(message.kind, Kind::malformed) << one.body.substr(0, 40);
    EXPECT_EQ(message.failure, one.failure) << one.body.substr(0, 40);
    EXPECT_EQ(message.id, one.id) << one.body.substr(0, 40);
    EXPECT_FALSE(message.problem.empty());
  }
}

TEST(Message, AnswersNameTheRequest) {
  EXPECT_EQ(resultOf("7", nullptr), R"({"id":7,"jsonrpc":"2.0","result":null})");
  EXPECT_EQ(failureOf("\"a\"", Failure::unknownMethod, "no"),
            R"({"error":{"code":-32601,"message":"no"},"id":"a","jsonrpc":"2.0"})");
}

} // namespace
} // namespace stasis::rpc
