import Store

extension StoreSuite {
  static let workspaceCases: [StoreCase] = [
    StoreCase("Versions of models are kept and replaced") { store in
      var draft = ModelVersion(
        text: "leadline: 1\n", version: "abc", status: .draft, author: "ada", createdAt: 5, note: "why")
      draft.number = try await store.write { [draft] in try $0.put(model: draft) }
      draft.status = .champion
      draft.publishedAt = 6
      try expect(try await store.write { [draft] in try $0.put(model: draft) }, is: draft.number)
      let other = ModelVersion(text: "", version: "", status: .retired, author: "", createdAt: 7)
      try expect(try await store.write { try $0.put(model: other) }, is: draft.number + 1)
      let models = try await store.read { try $0.models() }
      try expect(models.first, is: draft)
      try expect(models.map(\.status), is: [.champion, .retired])
    },
    StoreCase("Learned models are listed without their bytes and read with them") { store in
      let file = LearnedFileRecord(
        name: "close", bytes: [0, 255, 0, 7], createdAt: 5, isPublished: true, note: "calibrated")
      let empty = LearnedFileRecord(name: "close", bytes: [], createdAt: 6, isPublished: false)
      let number = try await store.write { try $0.put(learnedFile: file) }
      let second = try await store.write { try $0.put(learnedFile: empty) }
      try expect(try await store.read { try $0.learnedFiles() }.map(\.bytes), is: [[], []])
      try expect(try await store.read { try $0.learnedFiles() }.map(\.number), is: [number, second])
      try expect(try await store.read { try $0.learnedFile(number) }?.bytes, is: file.bytes)
      try expect(try await store.read { try $0.learnedFile(number) }?.note, is: "calibrated")
      try expect(try await store.read { try $0.learnedFile(second) }?.bytes, is: [])
      try expect(try await store.read { try $0.learnedFile(9) }, is: nil)
    },
    StoreCase("Keys are kept, and no two have one digest") { store in
      var key = AccessKey(name: "site", scope: .ingest, digest: "d1", prefix: "ll_1", createdAt: 5)
      key.number = try await store.write { [key] in try $0.put(key: key) }
      try await expectProblem("a second key with the same digest") {
        _ = try await store.write { ledger in
          try ledger.put(key: AccessKey(name: "x", scope: .admin, digest: "d1", prefix: "", createdAt: 6))
        }
      }
      key.revokedAt = 9
      try expect(try await store.write { [key] in try $0.put(key: key) }, is: key.number)
      try expect(try await store.read { try $0.keys() }, is: [key])
    },
    StoreCase("Jobs are listed from the newest") { store in
      var jobs = ["import", "retrain", "undo"].map {
        Job(kind: $0, subject: "leads.csv", state: "running", createdAt: 1)
      }
      for index in jobs.indices {
        let job = jobs[index]
        jobs[index].number = try await store.write { try $0.put(job: job) }
      }
      jobs[1].state = "done"
      jobs[1].result = #"{"rows":5}"#
      jobs[1].endedAt = 8
      _ = try await store.write { [job = jobs[1]] in try $0.put(job: job) }
      try expect(try await store.read { try $0.jobs(limit: 9) }, is: jobs.reversed())
      try expect(try await store.read { try $0.jobs(limit: 1) }, is: [jobs[2]])
    },
    StoreCase("The audit is read from the newest, whatever its times") { store in
      let entries = [5, 3, 9].map { AuditEntry(at: $0, actor: "ada", action: "publish", detail: "version \($0)") }
      for entry in entries { try await store.write { try $0.insert(audit: entry) } }
      try expect(try await store.read { try $0.audit(limit: 2) }, is: [entries[2], entries[1]])
    },
    StoreCase("Settings are set, replaced and removed") { store in
      try await store.write { ledger in
        try ledger.set(setting: "offset", "3600")
        try ledger.set(setting: "empty", "")
        try ledger.set(setting: "offset", "7200")
      }
      try expect(try await store.read { try $0.setting("offset") }, is: "7200")
      try expect(try await store.read { try $0.setting("empty") }, is: "")
      try await store.write { ledger in
        try ledger.set(setting: "offset", nil)
        try ledger.set(setting: "never", nil)
      }
      try expect(try await store.read { try $0.setting("offset") }, is: nil)
    },
  ]
}
